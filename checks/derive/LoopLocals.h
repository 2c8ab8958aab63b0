//===- LoopLocals.h - Locals around loops that take jobs --------*- C++ -*-===//
#ifndef FACTOR6_DERIVE_LOOPLOCALS_H
#define FACTOR6_DERIVE_LOOPLOCALS_H

#include "derive/States.h"

namespace factor6 {

/// A loop that gathers what its function returns, or what the caller looks at
/// when the call is over: `readAll(fd, text); use(text);`. Not where a loop
/// accepts, or never ends.
bool resultOfLoop(const Interpreter &I, const State &S);

/// Its function runs for each request or operation, and takes no jobs itself:
/// each time there is a new one.
bool madeEachTime(const Interpreter &I, const State &S);

} // namespace factor6

#endif
