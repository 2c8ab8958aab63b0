//===- Bodies.h - Finding one's way in a function's body ------------------===//
#ifndef FACTOR6_DERIVE_BODIES_H
#define FACTOR6_DERIVE_BODIES_H

#include "facts/Facts.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <set>

namespace factor6 {

/// The statement that makes a call, or None.
Id statementOf(const FunctionBody &B, Id Call);

/// A write to the same place follows: the store is an assignment, and no
/// initialisation.
bool assigns(const FunctionBody &B, Id Store);

/// The block that a statement stands in; None if no control flow was kept, and
/// for a read.
Id blockOf(const FunctionBody &B, Id Statement);

/// The blocks that can run after one of From; those of From only on a way
/// round.
std::set<Id> blocksBehind(const FunctionBody &B, const std::set<Id> &From);

/// The regions that a statement stands in, None (the whole body) among them.
std::set<Id> regionsAround(const FunctionBody &B, Id Statement);

/// The outermost loop around a region that goes on while there is work: a
/// range has an end. None if there is none.
Id outermostLoop(const FunctionBody &B, Id Region);

/// The place that a statement fills: that of a store, or the object that a
/// constructor makes; else None.
Id filledBy(const FunctionBody &B, const Stmt &S);

/// The node is the variable itself.
inline bool isVariable(const FunctionBody &B, Id Node, Id Variable) {
  return Node != None && B.Nodes[Node].Kind == NodeKind::Var &&
         B.Nodes[Node].Ref == Variable;
}

/// The node is made of a variable or member that is \p Wanted: it names one, or
/// one of its operands is made of one. Of a call, an object or an element,
/// arguments and index only count if \p Through says so.
bool madeOf(const FunctionBody &B, Id N, llvm::function_ref<bool(Id)> Wanted,
            llvm::function_ref<bool(const Node &)> Through);

/// The node is this call.
inline bool isCall(const FunctionBody &B, Id Node, Id Call) {
  return Node != None && B.Nodes[Node].Kind == NodeKind::Call &&
         B.Nodes[Node].Ref == Call;
}

/// \p Is holds for the node, for one of its operands, or for one of theirs; of
/// calls and objects also for \p Arguments.
bool anyNode(const FunctionBody &B, Id N, llvm::function_ref<bool(Id)> Is,
             bool Arguments = false);

/// The node is made of the variable or member, through whatever it may be.
bool mentions(const FunctionBody &B, Id N, Id Declared);

/// `a` of `a << b`, or None if the node is no such call.
Id streamedInto(const FunctionBody &B, Id N);

} // namespace factor6

#endif
