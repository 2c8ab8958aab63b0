//===- Mechanisms.h - State that serves a mechanism by its use ------------===//
//
// The exemptions of "Not violations" in the specification that no type tells:
// a hand-written logger, the depth of nested calls, a pointer that is made
// once. Each function says yes or no to one state; derive/Roles.cpp asks them.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_DERIVE_MECHANISMS_H
#define FACTOR6_DERIVE_MECHANISMS_H

#include "derive/States.h"

namespace factor6 {

/// The class, or the innermost namespace, that an entity is declared in; for a
/// local, those of its function.
llvm::StringRef scopeOf(const Interpreter &I, Id Declared);

/// "Logger", "AppLog", "logfile", "mlog"; not "catalog" or "dialog".
bool loggerName(llvm::StringRef Name);

/// Part of a class, namespace or function that logs, and not handed out again.
bool inLogger(const Interpreter &I, const State &S);

/// Names of the statements that are prepared on a connection.
bool preparedNames(const Interpreter &I, const State &S);

/// What an assignment stores; None if it is no plain assignment.
Id stored(const Interpreter &I, const Access &A);

/// The assignment stores an integer constant from From to To.
bool storesInt(const Interpreter &I, const Access &A, int64_t From, int64_t To);

/// The assignment stores a number, `true` or `false`, be it in an atomic.
bool storesConstant(const Interpreter &I, const Access &A);

/// Some loop goes on while it is set: `while (running_)`.
bool keepsLooping(const Interpreter &I, const State &S);

/// What only loggers use: the queue between one and its thread.
bool ofLoggers(const Interpreter &I, const State &S);

/// A thread's own slot for what went wrong last, as errno is: by its name, and
/// only ever assigned.
bool errorSlot(const Interpreter &I, const State &S);

/// A pointer that is given the one object of its class each time.
bool alwaysSame(const Interpreter &I, const State &S);

/// Counted up by a constructor and down by its destructor, thread by thread.
bool nestingDepth(const Interpreter &I, const State &S);

/// `while (n < wanted) { ...; n++; }`: a local counts the turns of a loop, and
/// decides no more than whether there is another one.
bool countsTurns(const Interpreter &I, const State &S);

/// A local of a job loop that is only assigned where the loop is left.
bool onTheWayOut(const Interpreter &I, const State &S);

/// A local of a loop that is handed on, forgotten and only ever given something
/// new.
bool refilledSlot(const Interpreter &I, const State &S);

/// The tokens of a parser, lexer or scanner that empties them for each text.
bool parserState(const Interpreter &I, const State &S);

/// A pointer to what a thread of start-up makes, once and in no loop.
bool madeByThread(const Interpreter &I, const State &S);

/// Where both are written, the number goes into what the container gets: into
/// the key, or the entry.
bool feeds(const Interpreter &I, const State &Number, const State &Container);

/// What is read there goes to the other end of a framework's connection.
bool sentToClients(const Interpreter &I, const State &S, const Access &Read);

/// `queue->items[queue->size++] = item`: the number of elements of an array
/// that is kept by hand, or for how many it has room.
bool countsElements(const Interpreter &I, const State &Number,
                    const State &Array);

/// The call, or one that it leads to in the project's own code, has a model of
/// that kind.
bool reaches(const Interpreter &I, const FunctionBody &B, const CallFact &C,
             llvm::function_ref<bool(const FunctionModel &)> Kind,
             unsigned Depth = 0);

} // namespace factor6

#endif
