//===- Activations.cpp - Locations and activations ------------------------===//
#include "derive/Bodies.h"
#include "derive/Interpreter.h"

namespace factor6 {

namespace {
constexpr unsigned MaxActivations = 32; ///< of one function and phase
constexpr unsigned MaxDepth = 120;      ///< of calls
} // namespace

Id Interpreter::activation(Id Function, const LocSet &This,
                           const std::vector<ValueSet> &Keys, Phase When,
                           Id ClosureId, Id Caller, Place Site, Id Entry) {
  auto Build = [&](bool Merged) {
    std::vector<uint32_t> Key = {Function, uint32_t(When),
                                 Merged ? None : ClosureId};
    if (Merged)
      return Key;
    for (Id L : This)
      Key.push_back(L);
    for (const ValueSet &V : Keys) {
      Key.push_back(None);
      for (const Value &X : V) {
        Key.push_back(uint32_t(X.Kind));
        Key.push_back(X.A);
      }
    }
    return Key;
  };
  std::vector<uint32_t> Key = Build(false);
  auto It = ActIds.find(Key);
  if (It == ActIds.end()) {
    unsigned &Count = ActCount[Function * 5 + unsigned(When)];
    if (Count >= MaxActivations) {
      // Too many ways to call it: one activation for all the rest.
      Key = Build(true);
      It = ActIds.find(Key);
    }
    if (It == ActIds.end()) {
      ++Count;
      Activation A;
      A.Function = Function;
      A.When = When;
      A.ClosureId = ClosureId;
      A.Caller = Caller;
      A.CallSite = Site;
      A.Entry = Entry;
      const FunctionBody *B = body(Function);
      A.CallResults.resize(B ? B->Calls.size() : 0);
      if (B)
        for (Id R = 0; R < B->Regions.size(); ++R)
          A.HasJobLoop |= JobLoops.count({Function, R}) != 0;
      Acts.push_back(std::move(A));
      It = ActIds.emplace(Key, Acts.size() - 1).first;
      Changed = true;
    }
  }
  Activation &A = Acts[It->second];
  for (Id L : This)
    if (!llvm::is_contained(A.This, L)) {
      A.This.push_back(L);
      Changed = true;
    }
  return It->second;
}

void Interpreter::bindParams(Id Ctx, const std::vector<ValueSet> &Args,
                             Id Caller, Id Call) {
  const Entity &F = P.entity(Acts[Ctx].Function);
  Activation::CallerArgs *Record = nullptr;
  for (auto &C : Acts[Ctx].Callers)
    if (C.Caller == Caller && C.Call == Call)
      Record = &C;
  if (!Record) {
    Acts[Ctx].Callers.push_back(
        {Caller, Call, std::vector<ValueSet>(F.Params.size()), {}});
    Record = &Acts[Ctx].Callers.back();
  }
  std::vector<std::pair<Id, ValueSet>> Stores;
  for (Id I = 0; I < F.Params.size() && I < Args.size(); ++I) {
    ValueSet Kept;
    bool Text = false;
    for (const Value &V : Args[I]) {
      bool IsText = V.Kind == ValueKind::Str || V.Kind == ValueKind::Concat ||
                    V.Kind == ValueKind::Param || V.Kind == ValueKind::From;
      if (IsText) {
        Text = true;
        Changed |= Record->Strings[I].insert(V);
      }
      // Text and where it comes from are told apart by caller.
      if (!IsText)
        Kept.insert(V);
      if (V.Kind == ValueKind::Ref && !llvm::is_contained(Record->Refs, V.A))
        Record->Refs.push_back(V.A);
    }
    if (Text)
      Kept.insert({ValueKind::Param, Ctx, I});
    Stores.push_back({F.Params[I], std::move(Kept)});
  }
  for (auto &[Param, Kept] : Stores)
    add(variableLoc(Ctx, Param), Kept);
}

/// Parameters of a function that the outside calls.
void Interpreter::bindOutside(Id Ctx) {
  const Entity &F = P.entity(Acts[Ctx].Function);
  for (Id Param : F.Params) {
    Id Cell = variableLoc(Ctx, Param);
    if (!Contents[Cell].empty())
      continue;
    if (Acts[Ctx].When == Phase::Request)
      add(Cell, from(Origin::Request));
    else
      add(Cell, from(F.has(EF_Main) ? Origin::CommandLine : Origin::Unknown));
    Id TypeId = P.entity(Param).TypeId;
    if (T.scalar(TypeId))
      continue;
    Id Outside = outsideLoc(Ctx, Param);
    add(Cell, refTo(Outside));
    add(Outside, from(F.has(EF_Main)                     ? Origin::CommandLine
                      : Acts[Ctx].When == Phase::Request ? Origin::Request
                                                         : Origin::Unknown));
  }
}

const ValueSet &Interpreter::callFunction(Id Function, const LocSet &This,
                                          std::vector<ValueSet> Args,
                                          Phase When, Id ClosureId, Id Caller,
                                          Id Call, Place Site, Id Entry) {
  static const ValueSet Nothing;
  if (!body(Function) || Depth > MaxDepth)
    return Nothing;
  std::vector<ValueSet> Keys(Args.size());
  for (size_t I = 0; I < Args.size(); ++I)
    for (const Value &V : Args[I])
      if (V.Kind == ValueKind::Ref || V.Kind == ValueKind::Closure ||
          V.Kind == ValueKind::Func || V.Kind == ValueKind::Bound)
        Keys[I].insert(V);
  if (Entry == None && Caller != None && When == Phase::Request)
    Entry = Acts[Caller].Entry;
  Id Ctx =
      activation(Function, This, Keys, When, ClosureId, Caller, Site, Entry);
  Reached.insert(Function);
  bindParams(Ctx, Args, Caller, Call);
  if (Caller == None || Args.empty())
    bindOutside(Ctx);
  Activation &A = Acts[Ctx];
  if (A.Active || A.Round == Round)
    return A.Result;
  A.Active = true;
  A.Round = Round;
  ++Depth;
  Phase Saved = Current;
  execute(Ctx);
  Current = Saved;
  --Depth;
  Acts[Ctx].Active = false;
  return Acts[Ctx].Result;
}

void Interpreter::execute(Id Ctx) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  for (Id R = 0; R < B.Regions.size(); ++R)
    Acts[Ctx].HasJobLoop |= JobLoops.count({B.Function, R}) != 0;
  for (Id I = 0; I < B.Stmts.size(); ++I)
    executeStmt(Ctx, B, I);
}

void Interpreter::executeStmt(Id Ctx, const FunctionBody &B, Id Index) {
  const Stmt &S = B.Stmts[Index];
  Phase Now = phaseOf(Ctx, S.Region);
  Current = Now;
  switch (S.Kind) {
  case StmtKind::Write: {
    Id Key = B.Nodes[S.A].Kind == NodeKind::Elem && B.Nodes[S.A].Ops.size() > 1
                 ? B.Nodes[S.A].Ops[1]
                 : None;
    // The value assigned, if the statement before stores it.
    ValueSet Stored;
    if (Index && B.Stmts[Index - 1].Kind == StmtKind::Store &&
        B.Stmts[Index - 1].A == S.A && B.Stmts[Index - 1].B != None)
      Stored = values(Ctx, B.Stmts[Index - 1].B);
    recordWrite(Ctx, Index, locs(Ctx, S.A), S.How, Now, S.Loc, Key, &Stored);
    break;
  }
  case StmtKind::Read:
    recordRead(
        Ctx, Index, locs(Ctx, S.A), S.UseOf, Now, S.Loc,
        !(S.UseOf == Use::Argument && S.B != None && !observedBy(Ctx, S.B)));
    break;
  case StmtKind::Store:
    if (S.A != None && S.B != None)
      storeInto(Ctx, S.A, S.B, assigns(B, Index));
    break;
  case StmtKind::Call:
    executeCall(Ctx, Index, S.A, Now);
    break;
  case StmtKind::Return:
    if (S.A != None) {
      ValueSet V = bindTo(Ctx, P.entity(B.Function).TypeId, S.A,
                          T.reference(P.entity(B.Function).TypeId));
      if (Acts[Ctx].Result.merge(V))
        Changed = true;
    }
    break;
  case StmtKind::Delete: {
    LocSet Targets = S.A == None ? LocSet() : refs(values(Ctx, S.A));
    for (Id L : Targets) {
      Id R = T.record(Locs[L].TypeId);
      if (R == None)
        continue;
      for (Id M : P.Methods[R])
        if (P.entity(M).has(EF_Dtor) && body(M))
          callFunction(M, {L}, {}, Now, None, Ctx, None, S.Loc, None);
    }
    break;
  }
  case StmtKind::Throw:
    break;
  }
}

} // namespace factor6
