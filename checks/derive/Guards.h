//===- Guards.h - What conditions decide ----------------------------------===//
#ifndef FACTOR6_DERIVE_GUARDS_H
#define FACTOR6_DERIVE_GUARDS_H

#include "derive/States.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace factor6 {

/// The statement decides a condition whose branch does nothing but log or wait,
/// or put something in what \p Harmless allows.
bool guardsOnlyLogging(
    const Interpreter &I, const FunctionBody &B, Id Condition,
    llvm::function_ref<bool(Id Target)> Harmless = [](Id) { return false; });

/// A lock of the project's own counts who holds it: what it decides is only
/// whether to lock or to wake somebody up.
bool lockHolders(const Interpreter &I, const State &S);

} // namespace factor6

#endif
