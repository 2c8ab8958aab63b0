//===- Evaluate.cpp - What nodes denote -----------------------------------===//
#include "derive/Interpreter.h"

namespace factor6 {

ValueSet Interpreter::listValues(Id Ctx, Id Node) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const factor6::Node &N = B.Nodes[Node];
  ValueSet Out;
  Id Temp = tempLoc(Ctx, Node);
  const Entity *R = N.Ref == None ? nullptr : &P.entity(N.Ref);
  bool Own = R && R->has(EF_Project) && !R->Members.empty();
  for (size_t I = 0; I < N.Ops.size(); ++I) {
    if (N.Ops[I] == None)
      continue;
    ValueSet V = values(Ctx, N.Ops[I]);
    if (R && !Own && I < R->Members.size())
      noteField(Ctx, R->Members[I], V, B.Nodes[N.Ops[I]].Loc);
    if (Own && I < R->Members.size())
      add(fieldLoc(Temp, R->Members[I], None), V);
    else
      add(elemLoc(Temp, false, None), V);
    // A scalar or string written with braces is its one element.
    if (N.Ops.size() == 1 && !Own)
      Out.merge(V);
    if (!Own && R)
      add(Temp, V);
  }
  Out.insert(refTo(Temp));
  return Out;
}

ValueSet Interpreter::callValues(Id Ctx, const Node &N) const {
  const ValueSet &R = Acts[Ctx].CallResults[N.Ref];
  const CallFact &C = body(Acts[Ctx].Function)->Calls[N.Ref];
  // A reference that is read yields what it refers to.
  Id Declared = C.Callee == None ? None : P.entity(C.Callee).TypeId;
  Id Kind = T.value(N.TypeId);
  bool Member = // `(this->*commands_[name])(...)`
      Kind != None && P.type(Kind).Kind == TypeKind::MemberPointer;
  if (!T.reference(Declared) ||
      !(T.pointerLike(N.TypeId) || T.scalar(N.TypeId) || Member))
    return R;
  ValueSet Out;
  for (const Value &V : R)
    if (V.Kind == ValueKind::Ref)
      Out.merge(resolved(V.A));
    else
      Out.insert(V);
  return Out;
}

Value Interpreter::literalValue(const Node &N) {
  auto [It, New] = LiteralIds.try_emplace({N.Text, N.Loc}, Literals.size());
  if (New)
    Literals.push_back({N.Text, N.Loc, uint32_t(N.Value)});
  return {ValueKind::Str, It->second, 0};
}

Value Interpreter::concatValue(Id Ctx, Id Node) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  std::vector<ValueSet> Parts;
  for (Id Op : B.Nodes[Node].Ops)
    Parts.push_back(values(Ctx, Op));
  auto [It, New] = ConcatIds.try_emplace({Ctx, Node}, Concats.size());
  if (New)
    Concats.emplace_back();
  Concats[It->second] = std::move(Parts);
  return {ValueKind::Concat, It->second, 0};
}

/// Some function makes objects of the class with `new`.
bool Interpreter::madeWithNew(Id Record) {
  if (NewRecords.empty()) {
    NewRecords.insert(None); // looked for
    for (const FunctionBody &B : P.Bodies)
      for (const Node &N : B.Nodes)
        if (N.Kind == NodeKind::New)
          NewRecords.insert(T.record(T.target(N.TypeId)));
  }
  return NewRecords.count(Record) != 0;
}

/// `(Client *)xmalloc(sizeof(Client))`, by a function of the project's: an
/// object of its own at each call.
bool Interpreter::allocatedByOwn(Id Ctx, const Node &N, const ValueSet &V) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  Id From = N.Ops[0];
  Id Call = From != None && B.Nodes[From].Kind == NodeKind::Call
                ? B.Nodes[From].Ref
                : None;
  Id Callee = Call == None ? None : B.Calls[Call].Callee;
  if (Callee == None || !body(Callee))
    return false;
  const Entity &F = P.entity(Callee);
  Id Result = T.target(F.TypeId);
  if (Result == None || P.type(Result).Kind != TypeKind::Void ||
      llvm::StringRef(F.Name).contains_insensitive("realloc"))
    return false;
  LocSet Made = refs(V);
  return llvm::StringRef(F.Name).contains_insensitive("alloc") ||
         (!Made.empty() && llvm::all_of(Made, [&](Id L) {
           return Locs[L].Kind == LocKind::Heap && Locs[L].Parent == Callee &&
                  Locs[L].TypeId != None &&
                  P.type(Locs[L].TypeId).Kind == TypeKind::Void;
         }));
}

ValueSet Interpreter::castValues(Id Ctx, const Node &N) {
  ValueSet Out = values(Ctx, N.Ops[0]);
  Id R = T.record(T.target(N.TypeId));
  if (R != None && allocatedByOwn(Ctx, N, Out)) {
    const std::vector<Node> &Nodes = body(Acts[Ctx].Function)->Nodes;
    ValueSet Own;
    Own.insert(refTo(
        heapLoc(Ctx, Id(&N - Nodes.data()), T.target(N.TypeId), Current)));
    return Own;
  }
  bool Known = false;
  for (Id L : refs(Out)) {
    Known |= Locs[L].Kind != LocKind::Unknown;
    // What malloc() gave becomes what it is cast to.
    if (Locs[L].Kind == LocKind::Heap && R != None && Locs[L].TypeId != None &&
        P.type(Locs[L].TypeId).Kind == TypeKind::Void) {
      Locs[L].TypeId = T.target(N.TypeId);
      noteObject(L, Locs[L].TypeId);
      noteClient(L);
    }
  }
  // A `void *` from nowhere: one of the objects of that class.
  if (!Known && R != None && P.entity(R).has(EF_Project)) {
    std::vector<Id> Objects = objectsOf(R, true);
    bool Allocated = madeWithNew(R);
    // Not a local that stands in for the listener among the connections.
    if (Allocated)
      llvm::erase_if(Objects,
                     [&](Id L) { return Locs[L].Kind == LocKind::Local; });
    // Each made for one call or connection, also beside the listener's own.
    bool Only = Objects.empty();
    for (Id L : objectsOf(R, false))
      if (!survivor(L) || (Only && !Allocated))
        Objects.push_back(L);
    for (Id L : Objects)
      Out.insert(refTo(L));
  }
  return Out;
}

ValueSet Interpreter::placeValues(Id Ctx, Id Node) {
  const factor6::Node &N = body(Acts[Ctx].Function)->Nodes[Node];
  ValueSet Out;
  // `(*function)(...)` is `function(...)`.
  if (N.Kind == NodeKind::Deref && !N.Ops.empty())
    for (const Value &V : values(Ctx, N.Ops[0]))
      if (V.Kind == ValueKind::Func)
        Out.insert(V);
  return Out.empty() ? lvalueValues(Ctx, Node) : Out;
}

ValueSet Interpreter::newValues(Id Ctx, Id Node) {
  const factor6::Node &N = body(Acts[Ctx].Function)->Nodes[Node];
  ValueSet Out;
  // Placed in memory that other processes see.
  if (!N.Ops.empty())
    for (Id L : refs(values(Ctx, N.Ops[0])))
      if (shared(L))
        Out.insert(refTo(L));
  if (Out.empty())
    Out.insert(refTo(heapLoc(Ctx, Node, N.TypeId, Current)));
  return Out;
}

/// Numbers carry where they come from, nothing else.
ValueSet Interpreter::arithValues(Id Ctx, const Node &N) {
  ValueSet Out;
  for (Id Op : N.Ops)
    if (Op != None)
      for (const Value &V : values(Ctx, Op))
        if (V.Kind == ValueKind::From)
          Out.insert(V);
  return Out;
}

ValueSet Interpreter::values(Id Ctx, Id Node) {
  ValueSet Out;
  if (Node == None)
    return Out;
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const factor6::Node &N = B.Nodes[Node];
  switch (N.Kind) {
  case NodeKind::Var:
  case NodeKind::Field:
  case NodeKind::Elem:
  case NodeKind::Deref:
    return placeValues(Ctx, Node);
  case NodeKind::This:
    for (Id L : Acts[Ctx].This)
      Out.insert(refTo(L));
    return Out;
  case NodeKind::Addr:
    for (Id L : locs(Ctx, N.Ops[0]))
      Out.insert(refTo(L));
    return Out;
  case NodeKind::Call:
    return callValues(Ctx, N);
  case NodeKind::New:
    return newValues(Ctx, Node);
  case NodeKind::Object: {
    Id Temp = tempLoc(Ctx, Node);
    if (T.pointerLike(N.TypeId) || T.scalar(N.TypeId))
      return resolved(Temp);
    Out.insert(refTo(Temp));
    return Out;
  }
  case NodeKind::Lambda:
    return closureValue(Ctx, Node);
  case NodeKind::Func:
    Out.insert({ValueKind::Func, N.Ref, 0});
    return Out;
  case NodeKind::Str:
    Out.insert(literalValue(N));
    return Out;
  case NodeKind::Concat:
    Out.insert(concatValue(Ctx, Node));
    return Out;
  case NodeKind::Choice:
    for (Id Op : N.Ops)
      Out.merge(values(Ctx, Op));
    return Out;
  case NodeKind::List:
    return listValues(Ctx, Node);
  case NodeKind::Cast:
    return castValues(Ctx, N);
  case NodeKind::Arith:
    return arithValues(Ctx, N);
  case NodeKind::Int:
  case NodeKind::Unknown:
    return Out;
  }
  return Out;
}

ValueSet Interpreter::valuesOf(Id Ctx, Id Node) { return values(Ctx, Node); }
LocSet Interpreter::locsOf(Id Ctx, Id Node) { return locs(Ctx, Node); }

} // namespace factor6
