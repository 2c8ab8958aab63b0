//===- Descriptors.h - Descriptors that a program keeps for itself --------===//
//
// Which of a process' own sockets are open is nobody else's matter, as long as
// nobody goes round them to reach the others.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_DERIVE_DESCRIPTORS_H
#define FACTOR6_DERIVE_DESCRIPTORS_H

#include "derive/States.h"

namespace factor6 {

/// The function takes connections from whoever comes.
bool accepts(const Interpreter &I, const FunctionBody &B);

/// A set or queue of descriptors that nobody goes through to reach the others.
bool descriptorsOnly(const Interpreter &I, const State &S);

/// `int *waiting_` in a queue made by hand that hands accepted descriptors on.
bool descriptorRing(const Interpreter &I, const State &S);

/// An array of descriptors, with 0 or -1 in the places that are free, that only
/// the loop around `select` goes through, once per turn.
bool descriptorSlots(const Interpreter &I, const State &S);

/// `struct client **clients`, whose records hold descriptors and no texts, to
/// which accepted ones are added and whom nobody tells anything in a loop.
bool descriptorRecords(const Interpreter &I, const State &S);

/// On the way round the table, somebody is found by what its records say:
/// `if (entry.second.nick() == name)`. Others depend on who is there.
bool foundByName(const Interpreter &I, const State &S);

/// A function goes round the table and writes to whoever is there: the members
/// of a chat.
bool toldToAll(const Interpreter &I, const State &S);

/// `map<int, string> user_by_socket`, from which nothing is ever taken out, nor
/// where a connection is accepted: whoever gets the same number next is taken
/// for the one before.
bool staysBehind(const Interpreter &I, const State &S);

/// `nfds_`: as many descriptors as `poll(fds_, nfds_, ...)` is told to wait
/// for, or how long, and nothing else.
bool waitCount(const Interpreter &I, const State &S);

/// `channel->set_revents(events_[i].events)`: what a call said is ready, put
/// down for who waits for it.
bool readiness(const Interpreter &I, const State &S);

/// One descriptor: that of a loop, or the highest of them; -1 if it was closed.
bool ownDescriptor(const Interpreter &I, const State &S);

} // namespace factor6

#endif
