//===- FileLife.cpp - Is a file gone again on every path? -------------------===//
#include "derive/Files.h"

namespace factor6 {

/// The variable that holds what the statement's call made.
Id Files::handleOf(const FunctionBody &B, Id StmtIndex) const {
  if (StmtIndex >= B.Stmts.size() || B.Stmts[StmtIndex].Kind != StmtKind::Call)
    return None;
  const CallFact &C = B.Calls[B.Stmts[StmtIndex].A];
  if (C.Receiver != None && B.Nodes[C.Receiver].Kind == NodeKind::Var)
    return B.Nodes[C.Receiver].Ref;
  for (Id J = StmtIndex + 1; J < B.Stmts.size() && J < StmtIndex + 6; ++J) {
    const Stmt &S = B.Stmts[J];
    if (S.Kind == StmtKind::Store && S.B != None && S.A != None &&
        B.Nodes[S.B].Kind == NodeKind::Call && B.Nodes[S.B].Ref == B.Stmts[StmtIndex].A)
      return B.Nodes[S.A].Kind == NodeKind::Var || B.Nodes[S.A].Kind == NodeKind::Field
                 ? B.Nodes[S.A].Ref
                 : None;
  }
  return None;
}

/// The statement runs only if opening failed: there is no file then.
bool Files::failedOpen(const FunctionBody &B, Id StmtIndex, Id Handle) const {
  if (Handle == None)
    return false;
  for (Id R = B.Stmts[StmtIndex].Region; R != None; R = B.Regions[R].Parent) {
    const Region &X = B.Regions[R];
    if (X.Kind == RegionKind::IfUnset && X.Subject != None &&
        B.Nodes[X.Subject].Ref == Handle &&
        (B.Nodes[X.Subject].Kind == NodeKind::Var || B.Nodes[X.Subject].Kind == NodeKind::Field))
      return true;
  }
  return false;
}

bool Files::mayThrow(Id Function, unsigned Depth, std::set<Id> &Seen) const {
  const FunctionBody *B = I.body(Function);
  if (!B || Depth > 5 || !Seen.insert(Function).second)
    return false;
  for (const Stmt &S : B->Stmts) {
    bool Caught = false;
    for (Id R = S.Region; R != None; R = B->Regions[R].Parent)
      Caught |= B->Regions[R].Kind == RegionKind::Try;
    if (Caught)
      continue;
    if (S.Kind == StmtKind::Throw)
      return true;
    if (S.Kind == StmtKind::Call && B->Calls[S.A].Callee != None &&
        mayThrow(B->Calls[S.A].Callee, Depth + 1, Seen))
      return true;
  }
  return false;
}

/// Can the function be left after From without passing one of Stops?
bool Files::escapes(const FunctionBody &B, Id From, const std::set<Id> &Stops) const {
  Id Handle = handleOf(B, From);
  if (B.Blocks.empty()) {
    // No control flow was kept (a template pattern): any later removal counts.
    return Stops.empty() || *Stops.rbegin() < From;
  }
  // Where is From?
  std::vector<std::pair<Id, size_t>> Work;
  for (Id Block = 0; Block < B.Blocks.size(); ++Block)
    for (size_t K = 0; K < B.Blocks[Block].Stmts.size(); ++K)
      if (B.Blocks[Block].Stmts[K] == From)
        Work.push_back({Block, K + 1});
  if (Work.empty())
    return Stops.empty();
  std::set<Id> Seen;
  while (!Work.empty()) {
    auto [Block, K] = Work.back();
    Work.pop_back();
    if (Block == 1)
      return true;
    bool Ends = false;
    for (; K < B.Blocks[Block].Stmts.size() && !Ends; ++K) {
      Id S = B.Blocks[Block].Stmts[K];
      const Stmt &X = B.Stmts[S];
      if (Stops.count(S) || ((X.Kind == StmtKind::Return || X.Kind == StmtKind::Throw) &&
                             failedOpen(B, S, Handle))) {
        Ends = true;
        break;
      }
      bool Caught = false;
      for (Id R = X.Region; R != None; R = B.Regions[R].Parent)
        Caught |= B.Regions[R].Kind == RegionKind::Try;
      if (X.Kind == StmtKind::Call && !Caught && B.Calls[X.A].Callee != None) {
        std::set<Id> Visited;
        if (mayThrow(B.Calls[X.A].Callee, 0, Visited) && !failedOpen(B, S, Handle))
          return true;
      }
    }
    if (Ends)
      continue;
    for (Id Next : B.Blocks[Block].Succs)
      if (Seen.insert(Next).second)
        Work.push_back({Next, 0});
  }
  return false;
}

/// Climbs from activation Below to Ctx: the statement in Ctx that leads there.
Id Files::stmtIn(Id Ctx, Id Below, Id &Call) const {
  std::set<Id> Seen;
  std::vector<Id> Work = {Below};
  while (!Work.empty() && Seen.size() < 32) {
    Id A = Work.back();
    Work.pop_back();
    if (!Seen.insert(A).second)
      continue;
    for (const auto &C : I.activations()[A].Callers) {
      if (C.Caller == None || C.Call == None)
        continue;
      if (C.Caller == Ctx) {
        const FunctionBody &B = *I.body(I.activations()[Ctx].Function);
        for (Id S = 0; S < B.Stmts.size(); ++S)
          if (B.Stmts[S].Kind == StmtKind::Call && B.Stmts[S].A == C.Call) {
            Call = C.Call;
            return S;
          }
      }
      Work.push_back(C.Caller);
    }
  }
  return None;
}

/// Statements of Ctx after which the file is gone, or in safe hands (a guard).
std::set<Id> Files::removals(const FileOp &Op, Id Ctx, Id From) const {
  std::set<Id> Out;
  const FunctionBody &B = *I.body(I.activations()[Ctx].Function);
  auto GuardMade = [&](Id Variable) {
    for (Id S = 0; S < B.Stmts.size(); ++S) {
      const Stmt &X = B.Stmts[S];
      Id Target = X.Kind == StmtKind::Call && (B.Calls[X.A].Flags & CF_Construct)
                      ? B.Calls[X.A].Receiver
                  : X.Kind == StmtKind::Store ? X.A
                                              : None;
      if (Target != None && B.Nodes[Target].Kind == NodeKind::Var &&
          B.Nodes[Target].Ref == Variable)
        return S;
    }
    return None;
  };
  for (const FileOp &R : Ops) {
    bool Gone = R.Mode == FileMode::Remove || R.Mode == FileMode::RenameFrom;
    if (!Gone || !same(Op, R))
      continue;
    if (R.Event->Ctx == Ctx) {
      Out.insert(R.Event->StmtIndex);
      continue;
    }
    Id Call = None;
    Id S = stmtIn(Ctx, R.Event->Ctx, Call);
    if (S == None)
      continue;
    const CallFact &C = B.Calls[Call];
    if ((C.Flags & CF_Destroy) && C.Receiver != None) {
      Id Made = GuardMade(B.Nodes[C.Receiver].Ref);
      if (Made != None)
        Out.insert(std::max(Made, From));
    } else {
      Out.insert(S);
    }
  }
  // A smart pointer whose deleter removes: unique_ptr<char, int(*)(...)> g(path, unlink).
  for (Id S = 0; S < B.Stmts.size(); ++S) {
    const Stmt &X = B.Stmts[S];
    if (X.Kind != StmtKind::Call || !(B.Calls[X.A].Flags & CF_Construct))
      continue;
    const CallFact &C = B.Calls[X.A];
    if (!I.types().pointerLike(C.ResultType))
      continue;
    bool Removes = false;
    for (Id A : C.Args) {
      if (A == None || B.Nodes[A].Kind != NodeKind::Func)
        continue;
      const FunctionModel *M = I.models().function(P.entity(B.Nodes[A].Ref).QualifiedName);
      for (const FileSpec &F : M ? llvm::ArrayRef<FileSpec>(M->Files) : llvm::ArrayRef<FileSpec>())
        Removes |= F.Mode == FileMode::Remove;
    }
    Id Value = I.types().value(C.ResultType);
    for (Id Arg : P.type(Value).Args) {
      Id Deleter = I.types().record(Arg);
      if (Deleter == None || !P.entity(Deleter).has(EF_Project))
        continue;
      for (const FileOp &R : Ops) {
        Id Fn = I.activations()[R.Event->Ctx].Function;
        Removes |= R.Mode == FileMode::Remove && P.entity(Fn).Parent == Deleter;
      }
      for (Id Method : P.Methods[Deleter])
        if (const FunctionBody *DB = I.body(Method))
          for (const CallFact &Inner : DB->Calls)
            if (const FunctionModel *M = I.model(Inner, *DB))
              for (const FileSpec &F : M->Files)
                Removes |= F.Mode == FileMode::Remove;
    }
    if (Removes)
      Out.insert(std::max(S, From));
  }
  return Out;
}

/// The file is made by a guard object whose destructor removes it.
bool Files::guardOfOwnFile(const FileOp &Op) const {
  const Activation &A = I.activations()[Op.Event->Ctx];
  Id Record = P.entity(A.Function).Parent;
  if (Record == None)
    return false;
  for (Id L : A.This)
    if (I.survivor(L))
      return false;
  for (Id Method : P.Methods[Record]) {
    const FunctionBody *B = P.entity(Method).has(EF_Dtor) ? I.body(Method) : nullptr;
    if (!B)
      continue;
    for (const CallFact &C : B->Calls)
      if (const FunctionModel *M = I.model(C, *B))
        for (const FileSpec &F : M->Files)
          if (F.Mode == FileMode::Remove)
            return true;
  }
  return false;
}

bool Files::removedFrom(const FileOp &Op, Id Ctx, Id StmtIndex, unsigned Depth) {
  const FunctionBody &B = *I.body(I.activations()[Ctx].Function);
  std::set<Id> Stops = removals(Op, Ctx, StmtIndex);
  // A guard that exists already, or takes over at once.
  if (Stops.count(StmtIndex))
    return true;
  if (!escapes(B, StmtIndex, Stops))
    return true;
  if (Depth > 2 || (!Stops.empty() && *Stops.rbegin() > StmtIndex))
    return false;
  bool Any = false;
  for (const auto &C : I.activations()[Ctx].Callers) {
    if (C.Caller == None || C.Call == None)
      return false;
    const FunctionBody &Outer = *I.body(I.activations()[C.Caller].Function);
    Id S = None;
    for (Id X = 0; X < Outer.Stmts.size(); ++X)
      if (Outer.Stmts[X].Kind == StmtKind::Call && Outer.Stmts[X].A == C.Call)
        S = X;
    if (S == None || !removedFrom(Op, C.Caller, S, Depth + 1))
      return false;
    Any = true;
  }
  return Any;
}

} // namespace factor6
