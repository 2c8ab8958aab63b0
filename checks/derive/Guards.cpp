//===- Guards.cpp ---------------------------------------------------------===//
#include "derive/Guards.h"

#include "derive/Bodies.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace factor6 {

namespace {

/// Where a branch ends.
class Ends {
public:
  Ends(const FunctionBody &B, Id Branch) : B(B), Branch(Branch) {
    blocks();
    for (Id K = 0; K < B.Blocks.size(); ++K) {
      bool Asks = !Own[K] && llvm::any_of(B.Blocks[K].Succs, [&](Id Next) {
        return Own[through(Next)];
      });
      if (Own[K] || Asks)
        for (Id Next : B.Blocks[K].Succs)
          if (Id To = through(Next); !Own[To] && !inCatch(To))
            (Asks ? Behind : Exits).insert(To);
    }
  }
  /// Where the function would have gone on without it, or behind an `else`: no
  /// `continue`, no `break`.
  bool join() const {
    bool Else = llvm::any_of(Behind, [&](Id K) { return inElse(K); });
    return Behind.empty() || llvm::all_of(Exits, [&](Id K) {
             return Behind.count(K) != 0 || (Else && (goesOn(K) || K == 1));
           });
  }

private:
  bool in(Id Statement) const {
    return regionsAround(B, Statement).count(Branch) != 0;
  }
  /// Its blocks, with those in which nothing stands that only they lead to.
  void blocks() {
    Own.resize(B.Blocks.size());
    for (Id K = 0; K < B.Blocks.size(); ++K)
      Own[K] = llvm::any_of(B.Blocks[K].Stmts, [&](Id X) { return in(X); });
    for (bool More = true; More;) {
      More = false;
      std::vector<bool> Led(B.Blocks.size()), Outside(B.Blocks.size());
      for (Id K = 0; K < B.Blocks.size(); ++K)
        for (Id Next : B.Blocks[K].Succs)
          (Own[K] ? Led : Outside)[Next] = true;
      for (Id K = 2; K < B.Blocks.size(); ++K)
        if (!Own[K] && Led[K] && !Outside[K] && B.Blocks[K].Stmts.empty())
          More = Own[K] = true;
    }
  }
  /// What follows where nothing stands.
  Id through(Id K) const {
    for (unsigned Steps = 0; Steps < 8 && B.Blocks[K].Stmts.empty() &&
                             B.Blocks[K].Succs.size() == 1;
         ++Steps)
      K = B.Blocks[K].Succs[0];
    return K;
  }
  Id regionOf(Id K) const {
    return B.Blocks[K].Stmts.empty() ? None
                                     : B.Stmts[B.Blocks[K].Stmts[0]].Region;
  }
  /// Any call may get there.
  bool inCatch(Id K) const {
    Id R = regionOf(K);
    return R != None && B.Regions[R].Kind == RegionKind::Catch &&
           R != B.Regions[Branch].Parent;
  }
  Id innermostLoop(Id Region) const {
    while (Region != None && B.Regions[Region].Kind != RegionKind::Loop)
      Region = B.Regions[Region].Parent;
    return Region;
  }
  bool inElse(Id K) const {
    Id R = regionOf(K);
    return R != None && R != Branch &&
           B.Regions[R].Parent == B.Regions[Branch].Parent;
  }
  /// In the same turn, further down.
  bool goesOn(Id K) const {
    if (B.Blocks[K].Stmts.empty())
      return false;
    for (Id X = B.Blocks[K].Stmts[0]; X < B.Stmts.size(); ++X)
      if (in(X))
        return false;
    return innermostLoop(regionOf(K)) ==
           innermostLoop(B.Regions[Branch].Parent);
  }

  const FunctionBody &B;
  Id Branch;
  std::vector<bool> Own;
  std::set<Id> Behind, Exits; ///< blocks that follow
};

/// The branch that the condition decides makes such calls alone.
bool guardsOnly(
    const FunctionBody &B, Id Condition,
    llvm::function_ref<bool(Id Call)> Harmless,
    llvm::function_ref<bool(Id Target)> Fills = [](Id) { return false; }) {
  Id Outside = B.Stmts[Condition].Region, Branch = None;
  for (Id X = Condition + 1; X < B.Stmts.size(); ++X) {
    const Stmt &S = B.Stmts[X];
    bool Inside = false;
    for (Id R = S.Region; R != None && !Inside; R = B.Regions[R].Parent) {
      if (Branch == None && B.Regions[R].Parent == Outside)
        Branch = R;
      Inside = R == Branch;
    }
    if (!Inside) {
      bool Within = S.Kind == StmtKind::Read || // `if (--clients == 0)`
                    (S.Kind == StmtKind::Write &&
                     S.Loc.Line == B.Stmts[Condition].Loc.Line);
      if (Branch != None || !Within)
        break;
      continue;
    }
    if (S.Kind == StmtKind::Read)
      continue;
    if ((S.Kind == StmtKind::Store || S.Kind == StmtKind::Write) && Fills(S.A))
      continue;
    if (S.Kind != StmtKind::Call)
      return false;
    if (!Harmless(S.A))
      return false;
  }
  return Branch != None && Ends(B, Branch).join();
}

} // namespace

bool guardsOnlyLogging(const Interpreter &I, const FunctionBody &B,
                       Id Condition,
                       llvm::function_ref<bool(Id Target)> Harmless) {
  auto Logs = [&](Id Call) {
    const CallFact &C = B.Calls[Call]; // `log_->info(...)`: on the way there
    bool Way = (C.Flags & CF_Construct) || // of an argument
               ((C.Flags & CF_ConstMethod) &&
                llvm::StringRef(C.Name).starts_with("operator"));
    Id Of = C.Callee == None ? None : I.program().entity(C.Callee).Parent;
    bool Asks = Of != None && I.types().recordRole(Of) == Role::Logger;
    return Way || Asks || !I.observedBy(B, Call);
  };
  return guardsOnly(B, Condition, Logs, Harmless);
}

bool lockHolders(const Interpreter &I, const State &S) {
  if (S.Container || !I.types().scalar(S.TypeId) || S.Writes.empty())
    return false;
  bool Locks = false;
  auto Decides = [&](const Access &A) {
    const FunctionBody &B = *I.body(I.functionOf(A));
    return guardsOnly(B, A.StmtIndex, [&](Id Call) {
      Id Of = B.Calls[Call].Receiver;
      if (Of == None && !B.Calls[Call].Args.empty())
        Of = B.Calls[Call].Args[0]; // `pthread_mutex_lock(&m)`
      return Of != None &&
             I.types().role(I.types().target(B.Nodes[Of].TypeId)) == Role::Sync;
    });
  };
  for (size_t W : S.Writes) {
    if (I.accesses()[W].How != WriteHow::Increment)
      return false;
    Locks |= Decides(I.accesses()[W]);
  }
  for (size_t R : S.Reads)
    if (I.accesses()[R].UseOf != Use::Condition || !Decides(I.accesses()[R]))
      return false;
    else
      Locks = true;
  return Locks;
}

} // namespace factor6
