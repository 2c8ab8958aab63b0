//===- Queues.h - Who takes what a request parks, and who waits -----------===//
#ifndef FACTOR6_DERIVE_QUEUES_H
#define FACTOR6_DERIVE_QUEUES_H

#include "derive/States.h"

#include <set>

namespace factor6 {

/// The function of the thread that leads there; None if it is no thread's own.
Id fromThread(const Interpreter &I, Id Ctx);

/// Whatever requests put into the queue carries the request or the connection
/// with it: the client still waits.
bool carriesClients(const Interpreter &I, const State &S);

/// The queue's records name the client, by its descriptor or connection, and
/// some code speaks to it by that member: `send(job.client, ...)`.
bool answersClients(const Interpreter &I, const State &S);

/// The loop that puts something in answers nobody; the threads \p Takers that
/// take it out send, and not to a service that they connect to themselves.
bool takersAnswer(const Interpreter &I, const State &S,
                  const std::set<Id> &Takers);

/// A new connection, put in by who accepted it and taken out, as the next one,
/// by the callback of another loop that serves it.
bool handsConnectionsOn(const Interpreter &I, const State &S);

/// `erase(found)`: one entry that was looked for, not the next one.
bool takesFound(const Interpreter &I, const Access &A);

/// Requests that put nothing in look for something there.
bool lookedUp(const Interpreter &I, const State &S);

/// The order in which the keys of a table beside it were used: an index, no
/// work.
bool orderOfKeys(const Interpreter &I, const std::vector<State> &States,
                 const State &S);

/// The request that puts something in waits for what becomes of it: there is a
/// promise in it, or it waits right there or in its caller.
bool requestWaits(const Interpreter &I, const State &S);

/// What becomes of what requests put into a container.
struct QueueVerdict {
  bool Drained = false;   ///< another thread takes it out to work on it
  llvm::StringRef Exempt; ///< ... and why that is no matter
};

/// S is a container and not exempt yet; States are all of the program.
QueueVerdict judgeQueue(const Interpreter &I, const std::vector<State> &States,
                        const State &S);

} // namespace factor6

#endif
