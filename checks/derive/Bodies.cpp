//===- Bodies.cpp ---------------------------------------------------------===//
#include "derive/Bodies.h"

#include "llvm/ADT/STLExtras.h"

namespace factor6 {

Id statementOf(const FunctionBody &B, Id Call) {
  for (Id S = 0; S < B.Stmts.size(); ++S)
    if (B.Stmts[S].Kind == StmtKind::Call && B.Stmts[S].A == Call)
      return S;
  return None;
}

Id blockOf(const FunctionBody &B, Id Statement) {
  for (Id K = 0; K < B.Blocks.size(); ++K)
    if (llvm::is_contained(B.Blocks[K].Stmts, Statement))
      return K;
  return None;
}

} // namespace factor6
