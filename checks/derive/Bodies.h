//===- Bodies.h - Finding one's way in a function's body ------------------===//
#ifndef FACTOR6_DERIVE_BODIES_H
#define FACTOR6_DERIVE_BODIES_H

#include "facts/Facts.h"

namespace factor6 {

/// The statement that makes a call, or None.
Id statementOf(const FunctionBody &B, Id Call);

/// The block that a statement stands in; None if no control flow was kept, and
/// for a read.
Id blockOf(const FunctionBody &B, Id Statement);

/// The node is the variable itself.
inline bool isVariable(const FunctionBody &B, Id Node, Id Variable) {
  return Node != None && B.Nodes[Node].Kind == NodeKind::Var &&
         B.Nodes[Node].Ref == Variable;
}

} // namespace factor6

#endif
