//===- Bindings.cpp - What captures and references are bound to ----------===//
#include "derive/Interpreter.h"

namespace factor6 {

/// Where a closure keeps what it captures: a variable it made for itself in the
/// initialiser of a static lives as long as that.
Id Interpreter::captureLoc(Id Ctx, const Capture &Cap) {
  Id Cell = variableLoc(Ctx, Cap.Variable);
  if (Cap.Init == None || Cap.ByRef || Current != Phase::StartUp ||
      Acts[Ctx].When != Phase::Request)
    return Cell;
  Loc Kept = Locs[Cell];
  Kept.Parent = Acts[Ctx].Function;
  Kept.Made = Phase::StartUp;
  return makeLoc(Kept);
}

ValueSet Interpreter::closureValue(Id Ctx, Id Node) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const factor6::Node &N = B.Nodes[Node];
  auto Key = std::make_tuple(N.Ref, Ctx, Node);
  auto [It, New] = ClosureIds.try_emplace(Key, Closures.size());
  if (New) {
    Closure C;
    C.Function = N.Ref;
    C.Ctx = Ctx;
    C.Made = Current;
    for (const Capture &Cap : B.CaptureLists[N.Value])
      if (Cap.Variable != None &&
          (Cap.ByRef || P.entity(Cap.Variable).Store == Storage::Local ||
           P.entity(Cap.Variable).Store == Storage::Param))
        C.Captured.push_back({Cap.Variable, captureLoc(Ctx, Cap)});
    Closures.push_back(std::move(C));
    Changed = true;
  }
  Closure &C = Closures[It->second];
  C.This = Acts[Ctx].This;
  for (const Capture &Cap : B.CaptureLists[N.Value])
    if (Cap.Variable != None && Cap.Init != None) {
      Id Cell = captureLoc(Ctx, Cap);
      ValueSet V =
          bindTo(Ctx, P.entity(Cap.Variable).TypeId, Cap.Init, Cap.ByRef);
      V.erase(refTo(Cell));
      add(Cell, V);
    }
  ValueSet Out;
  Out.insert({ValueKind::Closure, It->second, 0});
  return Out;
}

/// The values that initialise something of type TypeId from a node.
ValueSet Interpreter::bindTo(Id Ctx, Id TypeId, Id Node, bool ByReference) {
  if (Node == None)
    return {};
  const FunctionBody &B = *body(Acts[Ctx].Function);
  if (!ByReference && !T.reference(TypeId))
    return values(Ctx, Node);
  ValueSet Out;
  const factor6::Node &N = B.Nodes[Node];
  if (isLvalue(B, Node) || N.Kind == NodeKind::This) {
    for (Id L : locs(Ctx, Node))
      Out.insert(refTo(L));
    // A member of a library's object has no place of its own, but an origin.
    if (const FieldModel *F = fieldModel(N); F && F->Reads)
      Out.insert(from(*F->Reads));
    return Out;
  }
  if (N.Kind == NodeKind::Choice || N.Kind == NodeKind::Cast) {
    for (Id Op : N.Ops)
      Out.merge(bindTo(Ctx, TypeId, Op, true));
    if (Out.has(ValueKind::Ref))
      return Out;
  }
  ValueSet V = values(Ctx, Node);
  if (N.Kind == NodeKind::Call) {
    const CallFact &C = B.Calls[N.Ref];
    Id Declared = C.Callee == None ? None : P.entity(C.Callee).TypeId;
    if (T.reference(Declared))
      return Acts[Ctx].CallResults[N.Ref];
  }
  if (!T.pointerLike(N.TypeId) && !T.scalar(N.TypeId) &&
      V.has(ValueKind::Ref)) {
    for (Id L : refs(V)) // `run(std::bind(...))`: what it calls lies in it
      if (Locs[L].Kind == LocKind::Temp)
        for (const Value &X : V)
          if (X.Kind == ValueKind::Bound)
            add(L, X);
    return V;
  }
  // A temporary holds the value.
  Id Temp = tempLoc(Ctx, Node);
  add(Temp, V);
  Out.insert(refTo(Temp));
  for (const Value &X : V)
    if (X.Kind != ValueKind::Ref)
      Out.insert(X);
  return Out;
}

void Interpreter::storeInto(Id Ctx, Id Target, Id Source, bool Assigned) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const factor6::Node &N = B.Nodes[Target];
  bool Reference = !Assigned &&
                   (N.Kind == NodeKind::Var || N.Kind == NodeKind::Field) &&
                   N.Ref != None && T.reference(P.entity(N.Ref).TypeId);
  ValueSet V = bindTo(Ctx, None, Source, Reference);
  if (Reference) {
    // Binding a reference fills its own cell.
    if (N.Kind == NodeKind::Var)
      add(variableLoc(Ctx, N.Ref), V);
    else
      for (Id L : baseLocs(Ctx, N.Ops[0]))
        add(fieldLoc(L, N.Ref, N.TypeId), V);
    return;
  }
  if (N.Kind == NodeKind::Field)
    noteField(Ctx, N.Ref, V, N.Loc);
  for (Id L : locs(Ctx, Target))
    add(L, V);
}

} // namespace factor6
