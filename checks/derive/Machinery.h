//===- Machinery.h - Thread pools, timers and loops of the project's own --===//
#ifndef FACTOR6_DERIVE_MACHINERY_H
#define FACTOR6_DERIVE_MACHINERY_H

#include "derive/States.h"

namespace factor6 {

/// A class that runs other code: it owns threads and takes callables, or its
/// name says so.
bool isThreadPool(const Interpreter &I, Id Record);

/// The state keeps a thread pool, timer or event loop of the project's own
/// going: its numbers, threads and callbacks. What a pool's queue holds is not
/// meant (rule 6 judges it).
bool inMachinery(const Interpreter &I, const State &S);

/// A number that is only counted on to choose among things that are all alike:
/// `workers_[next_++ % workers_.size()]`.
bool roundRobin(const Interpreter &I, const State &S);

/// A number that is only used to choose an element of the container:
/// `steps_.at(next_++)`, `if (next_ < steps_.size())`.
bool positionIn(const Interpreter &I, const State &Number,
                const State &Container);

/// Only functions that allocate and free memory know of it.
bool allocatorBooks(const Interpreter &I, const State &S);

} // namespace factor6

#endif
