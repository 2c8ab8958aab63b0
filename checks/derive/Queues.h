//===- Queues.h - Who takes what a request parks, and who waits -----------===//
#ifndef FACTOR6_DERIVE_QUEUES_H
#define FACTOR6_DERIVE_QUEUES_H

#include "derive/States.h"

namespace factor6 {

/// A thread of its own leads there.
bool fromThread(const Interpreter &I, Id Ctx);

/// The request that puts something in waits for what becomes of it: there is a
/// promise in it, or it waits right there or in its caller.
bool requestWaits(const Interpreter &I, const State &S);

} // namespace factor6

#endif
