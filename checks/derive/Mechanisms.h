//===- Mechanisms.h - State that serves a mechanism by its use ------------===//
//
// The exemptions of "Not violations" in the specification that no type tells:
// a hand-written logger, a pool's free list, what a client needs to connect
// again, the depth of nested calls. Each function says yes or no to one state;
// derive/Roles.cpp asks them.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_DERIVE_MECHANISMS_H
#define FACTOR6_DERIVE_MECHANISMS_H

#include "derive/States.h"

namespace factor6 {

/// "Logger", "AppLog", "logfile", "mlog"; not "catalog" or "dialog".
bool loggerName(llvm::StringRef Name);

/// Part of a class, namespace or function that logs, and not handed out again.
bool inLogger(const Interpreter &I, const State &S);

/// Names of the statements that are prepared on a connection.
bool preparedNames(const Interpreter &I, const State &S);

/// Connected or not, lent or not, tries so far, time of the next try: beside a
/// handle.
bool reconnectState(const Interpreter &I, const State &S);

/// What a class `ConnectionPool` keeps that opens the connections itself.
bool poolOfConnections(const Interpreter &I, const State &S);

/// A captured pointer to what belongs to a handle: whether it is lent, say.
bool partOfHandle(const Interpreter &I, const State &S);

/// Spare buffers or connections that are lent and given back.
bool freeList(const Interpreter &I, const State &S);

/// What an assignment stores; None if it is no plain assignment.
Id stored(const Interpreter &I, const Access &A);

/// The assignment stores an integer constant from From to To.
bool storesInt(const Interpreter &I, const Access &A, int64_t From, int64_t To);

/// The assignment stores a number, `true` or `false`, be it in an atomic.
bool storesConstant(const Interpreter &I, const Access &A);

/// Some loop goes on while it is set: `while (running_)`.
bool keepsLooping(const Interpreter &I, const State &S);

/// A pointer that is given the one object of its class each time.
bool alwaysSame(const Interpreter &I, const State &S);

/// Counted up by a constructor and down by its destructor, thread by thread.
bool nestingDepth(const Interpreter &I, const State &S);

/// A local of a job loop that is only assigned where the loop is left.
bool onTheWayOut(const Interpreter &I, const State &S);

/// A pointer to what a thread of start-up makes, once and in no loop.
bool madeByThread(const Interpreter &I, const State &S);

/// Where both are written, the number goes into what the container gets: into
/// the key, or the entry.
bool feeds(const Interpreter &I, const State &Number, const State &Container);

} // namespace factor6

#endif
