//===- Scratch.h - State that is overwritten before each use --------------===//
#ifndef FACTOR6_DERIVE_SCRATCH_H
#define FACTOR6_DERIVE_SCRATCH_H

#include "derive/States.h"

namespace factor6 {

/// Every use of the state stands after a write of the same request, on every
/// way to it, that replaces the whole. By control flow inside a function, by
/// the calls between functions; a write that a callee makes only under a
/// condition counts for nothing, unless the callee reports failure without it.
bool isScratch(const Interpreter &I, const State &S);

} // namespace factor6

#endif
