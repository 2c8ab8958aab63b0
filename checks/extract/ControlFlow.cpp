//===- ControlFlow.cpp - Basic blocks of a body ---------------------------===//
#include "extract/BodyBuilder.h"

#include "clang/Analysis/CFG.h"

using namespace clang;

namespace factor6 {

namespace {

/// The block ends in a return or throw, which no exception precedes.
bool alwaysReturns(const CFGBlock &Block) {
  if (Block.empty())
    return false;
  auto Last = Block.back().getAs<CFGStmt>();
  return Last && isa<ReturnStmt, CXXThrowExpr, CoreturnStmt>(Last->getStmt());
}

} // namespace

void BodyBuilder::addControlFlow(const Decl *D, const clang::Stmt *Body) {
  if (!Body || B.Calls.empty())
    return;
  CFG::BuildOptions Options;
  Options.AddEHEdges = true;
  Options.AddImplicitDtors = false;
  Options.PruneTriviallyFalseEdges = true;
  Options.setAllAlwaysAdd();
  std::unique_ptr<CFG> G =
      CFG::buildCFG(D, const_cast<clang::Stmt *>(Body), &T.context(), Options);
  if (!G)
    return;
  std::vector<const CFGBlock *> Order = {&G->getEntry(), &G->getExit()};
  llvm::DenseMap<const CFGBlock *, Id> Index;
  for (const CFGBlock *Block : *G)
    if (Block != Order[0] && Block != Order[1])
      Order.push_back(Block);
  for (Id I = 0; I < Order.size(); ++I)
    Index[Order[I]] = I;
  for (const CFGBlock *Block : Order) {
    factor6::Block Out;
    for (const CFGElement &E : *Block)
      if (auto CS = E.getAs<CFGStmt>())
        if (auto It = StmtsOf.find(CS->getStmt()); It != StmtsOf.end())
          Out.Stmts.insert(Out.Stmts.end(), It->second.begin(),
                           It->second.end());
    // Exceptions of calls are followed to the handlers, not out of the
    // function: what a callee throws, judgement knows better.
    const clang::Stmt *End = Block->getTerminatorStmt();
    bool Ways = Block->succ_size() > 1 && (!End || isa<CXXTryStmt>(End));
    // The first way out of a call is that it returns; behind the function's
    // last call that is the exit, too.
    bool Returns = !End && !Block->hasNoReturnElement();
    for (auto Succ = Block->succ_begin(); Succ != Block->succ_end(); ++Succ)
      if (const CFGBlock *Next = Succ->getReachableBlock())
        if (!Ways || Next != &G->getExit() || alwaysReturns(*Block) ||
            (Returns && Succ == Block->succ_begin()))
          Out.Succs.push_back(Index[Next]);
    B.Blocks.push_back(std::move(Out));
  }
}

} // namespace factor6
