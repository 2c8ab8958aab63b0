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

bool assigns(const FunctionBody &B, Id Store) {
  return Store + 1 < B.Stmts.size() &&
         B.Stmts[Store + 1].Kind == StmtKind::Write &&
         B.Stmts[Store + 1].A == B.Stmts[Store].A;
}

Id blockOf(const FunctionBody &B, Id Statement) {
  for (Id K = 0; K < B.Blocks.size(); ++K)
    if (llvm::is_contained(B.Blocks[K].Stmts, Statement))
      return K;
  return None;
}

std::set<Id> blocksBehind(const FunctionBody &B, const std::set<Id> &From) {
  std::set<Id> Out;
  std::vector<Id> Work(From.begin(), From.end());
  while (!Work.empty()) {
    Id K = Work.back();
    Work.pop_back();
    for (Id Next : B.Blocks[K].Succs)
      if (Out.insert(Next).second)
        Work.push_back(Next);
  }
  return Out;
}

std::set<Id> regionsAround(const FunctionBody &B, Id Statement) {
  std::set<Id> Around = {None};
  for (Id R = B.Stmts[Statement].Region; R != None; R = B.Regions[R].Parent)
    Around.insert(R);
  return Around;
}

Id outermostLoop(const FunctionBody &B, Id Region) {
  Id Outer = None;
  for (Id R = Region; R != None; R = B.Regions[R].Parent)
    if (B.Regions[R].Kind == RegionKind::Loop && B.Regions[R].Value != 2)
      Outer = R;
  return Outer;
}

Id filledBy(const FunctionBody &B, const Stmt &S) {
  if (S.Kind == StmtKind::Store)
    return S.A;
  bool Makes =
      S.Kind == StmtKind::Call && (B.Calls[S.A].Flags & CF_Construct) != 0;
  return Makes ? B.Calls[S.A].Receiver : None;
}

bool madeOf(const FunctionBody &B, Id N, llvm::function_ref<bool(Id)> Wanted,
            llvm::function_ref<bool(const Node &)> Through) {
  if (N == None)
    return false;
  const Node &X = B.Nodes[N];
  if ((X.Kind == NodeKind::Var || X.Kind == NodeKind::Field) && Wanted(X.Ref))
    return true;
  auto Made = [&](Id Op) { return madeOf(B, Op, Wanted, Through); };
  bool Called = X.Kind == NodeKind::Call || X.Kind == NodeKind::Object;
  if (Called && X.Ref != None) {
    const CallFact &C = B.Calls[X.Ref];
    // The receiver of a constructor is the object itself.
    if ((X.Kind == NodeKind::Call && Made(C.Receiver)) ||
        (Through(X) && llvm::any_of(C.Args, Made)))
      return true;
  }
  if (X.Kind == NodeKind::Elem && !Through(X))
    return !X.Ops.empty() && Made(X.Ops[0]);
  return llvm::any_of(X.Ops, Made);
}

bool anyNode(const FunctionBody &B, Id N, llvm::function_ref<bool(Id)> Is,
             bool Arguments) {
  std::vector<Id> Work = {N};
  while (!Work.empty()) {
    Id X = Work.back();
    Work.pop_back();
    if (X == None)
      continue;
    if (Is(X))
      return true;
    const Node &Made = B.Nodes[X];
    Work.insert(Work.end(), Made.Ops.begin(), Made.Ops.end());
    bool Called = Made.Kind == NodeKind::Call || Made.Kind == NodeKind::Object;
    if (Arguments && Called && Made.Ref != None) {
      const std::vector<Id> &Args = B.Calls[Made.Ref].Args;
      Work.insert(Work.end(), Args.begin(), Args.end());
    }
  }
  return false;
}

Id streamedInto(const FunctionBody &B, Id N) {
  if (B.Nodes[N].Kind != NodeKind::Call ||
      B.Calls[B.Nodes[N].Ref].Name != "operator<<")
    return None;
  const CallFact &C = B.Calls[B.Nodes[N].Ref];
  return C.Receiver != None ? C.Receiver : C.Args.empty() ? None : C.Args[0];
}

bool mentions(const FunctionBody &B, Id N, Id Declared) {
  return madeOf(
      B, N, [&](Id Ref) { return Ref == Declared; },
      [](const Node &) { return true; });
}

} // namespace factor6
