//===- ExternalResult.cpp - What calls into other people's code yield -----===//
#include "derive/Interpreter.h"

namespace factor6 {

/// Could a pointer or reference of this type refer to L?
/// False if an element's type has no place for an object of the project's: the
/// texts of a configuration do not become its connections.
bool Interpreter::mayHold(Id Element, Id TypeId) const {
  Id Wanted = T.record(T.target(TypeId));
  if (Element == None || Wanted == None || !P.entity(Wanted).has(EF_Project))
    return true;
  std::vector<Id> Work = {Element};
  bool Known = false; // of a template the arguments say what is in it
  for (size_t N = 0; N < Work.size() && N < 32; ++N) {
    Id V = T.target(Work[N]);
    Id Has = T.record(V);
    if (V != None && P.type(V).Kind == TypeKind::Function)
      continue;
    if (Has == None && !T.scalar(V))
      return true;
    if (Has == None)
      continue;
    if (P.entity(Has).has(EF_Project) || T.derivesFrom(Has, Wanted))
      return true;
    Known |= !P.type(V).Args.empty() && !T.stringLike(V);
    for (Id A : P.type(V).Args)
      Work.push_back(A);
  }
  return !Known && !T.stringLike(Element);
}

bool Interpreter::fits(Id L, Id TypeId) const {
  // Of a container: any part of what it holds. Of a string: characters.
  if (Locs[L].Kind == LocKind::Elem &&
      !T.stringLike(Locs[Locs[L].Parent].TypeId))
    return mayHold(Locs[L].TypeId == None ? Locs[Locs[L].Parent].TypeId
                                          : Locs[L].TypeId,
                   TypeId);
  if (Locs[L].Kind == LocKind::Heap && Locs[L].TypeId != None &&
      P.type(Locs[L].TypeId).Kind == TypeKind::Void) // not yet told what it is
    return true;
  Id Wanted = T.record(T.target(TypeId)),
     Has = T.record(T.target(Locs[L].TypeId));
  if (Locs[L].Kind == LocKind::Instance)
    Has = Locs[L].Ref;
  // `auto held = guarded.wlock();`: what lies behind the lock
  if (Id Guarded = T.guarded(Locs[L].TypeId); Guarded != None)
    Has = T.record(Guarded);
  if (Wanted == None || Has == None)
    return Wanted == None || Locs[L].TypeId == None;
  return T.derivesFrom(Has, Wanted) || T.derivesFrom(Wanted, Has);
}

/// The text in an object that wraps one value, such as an optional.
ValueSet Interpreter::wrapped(Id Ctx, const CallFact &C) {
  ValueSet Out;
  if (C.Receiver == None || !T.stringLike(T.target(C.ResultType)))
    return Out;
  for (Id L : baseLocs(Ctx, C.Receiver))
    if (!T.stringLike(Locs[L].TypeId) && T.role(Locs[L].TypeId) != Role::Config)
      for (const Value &V : resolved(L))
        if (V.Kind != ValueKind::Ref && V.Kind != ValueKind::Closure)
          Out.insert(V);
  return Out;
}

Interpreter::ResultKind Interpreter::resultKind(const CallFact &C) const {
  Id Declared = C.Callee == None ? C.ResultType : P.entity(C.Callee).TypeId;
  // operator[] may return a proxy (vector<bool>).
  return {T.reference(Declared) || (C.Flags & (CF_Dependent | CF_Subscript)),
          T.pointerLike(C.ResultType), T.stringLike(C.ResultType)};
}

/// The argument that is the result unless something is found.
ValueSet Interpreter::defaultOf(Id Ctx, const CallFact &C, int Arg) {
  ValueSet Out;
  Id N = node(Ctx, C, Arg);
  if (N == None)
    return Out;
  Out.merge(values(Ctx, N));
  // What was looked for: in what wraps one value, it may be known.
  ValueSet Held;
  if (Arg == 0)
    Held = wrapped(Ctx, C);
  if (Held.empty() || origins(Held))
    Out.insert(from(Origin::Unknown));
  Out.merge(Held);
  return Out;
}

/// Adds the receiver, which is the result.
void Interpreter::addReceiver(Id Ctx, const CallFact &C, ValueSet &Out) {
  for (Id L : C.Receiver == None ? LocSet() : baseLocs(Ctx, C.Receiver))
    Out.insert(refTo(L));
  if (!T.stringLike(C.ResultType))
    return;
  // `(a + b).c_str()`: a string that is no object yet.
  if (Out.empty() && C.Receiver != None)
    Out = values(Ctx, C.Receiver);
  // `config["host"].asString()`: the text comes from where the whole does.
  for (Id L : refs(Out))
    for (; Locs[L].Kind == LocKind::Elem; L = Locs[L].Parent)
      for (const Value &V : Contents[Locs[L].Parent])
        if (V.Kind == ValueKind::From)
          Out.insert(V);
}

/// Where the result comes from because of what was asked for.
void Interpreter::addOrigins(Id Ctx, const CallFact &C,
                             const FunctionModel *Model, ValueSet &Out) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  if (Model && Model->OriginIfArg != ArgNone)
    for (const Value &V : values(Ctx, node(Ctx, C, Model->OriginIfArg)))
      if (V.Kind == ValueKind::Str &&
          llvm::is_contained(Model->OriginIfEquals, Literals[V.A].Text))
        Out.insert(from(Model->OriginIf));
  bool OfRequest = (Model && (Model->Returns == Origin::Request ||
                              Model->Returns == Origin::SessionKey)) ||
                   (C.Receiver != None &&
                    T.role(B.Nodes[C.Receiver].TypeId) == Role::RequestObject);
  if (OfRequest && namesOne(Ctx, C, WordKind::ClientAddress))
    Out.insert(from(Origin::PeerAddress));
  // `message.value("token", "")`, too
  bool Sent = OfRequest || (C.Receiver != None && !C.Args.empty() &&
                            (origins(values(Ctx, C.Receiver)) &
                             (1u << unsigned(Origin::Request))) != 0);
  if (Sent && namesOne(Ctx, C, WordKind::VisitorKey))
    Out.insert(from(Origin::SessionKey));
}

/// What is handed out has the type that is asked for.
void Interpreter::addFitting(const ValueSet &V, Id TypeId,
                             ValueSet &Out) const {
  for (const Value &X : V)
    if (X.Kind != ValueKind::Ref || fits(X.A, TypeId))
      Out.insert(X);
}

/// `it->second->run()`: the receiver is a cell that holds the smart pointer,
/// not the object.
bool Interpreter::cellOfPointer(const FunctionBody &B, Id Receiver) const {
  const Node &X = B.Nodes[Receiver];
  const ClassModel *Class = T.model(X.TypeId);
  if (!Class || Class->TypeRole != Role::SmartPointer)
    return false;
  if (X.Kind != NodeKind::Call)
    return isLvalue(B, Receiver);
  const CallFact &Inner = B.Calls[X.Ref]; // `(*workers[i]).run()`
  return (Inner.Flags & CF_Subscript) ||
         (Inner.Callee != None && T.reference(P.entity(Inner.Callee).TypeId));
}

/// `auto [entry, added] = table.emplace(key, value);`
bool Interpreter::pairOfIterator(Id TypeId) const {
  Id Pair = T.value(TypeId);
  return Pair != None && P.type(Pair).Template && !T.container(Pair) &&
         llvm::any_of(P.type(Pair).Args,
                      [&](Id A) { return T.role(A) == Role::Iterator; });
}

/// Adds parts of the receiver that may be the result; returns its origins.
uint32_t Interpreter::addParts(Id Ctx, const CallFact &C, ResultKind Kind,
                               ValueSet &Out) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  uint32_t Taint = 0;
  Id TypeId = B.Nodes[C.Receiver].TypeId;
  LocSet Receivers = baseLocs(Ctx, C.Receiver);
  bool Arrow = T.pointerLike(TypeId) &&
               P.type(T.value(TypeId)).Kind != TypeKind::Pointer;
  bool Cell = Arrow && cellOfPointer(B, C.Receiver);
  for (Id L : Receivers) {
    ValueSet Whole;
    Whole.insert(refTo(L));
    Taint |= origins(Contents[L]) | origins(Whole);
    if (Arrow && pairOfIterator(Locs[L].TypeId)) {
      addFitting(resolved(L), C.ResultType, Out);
    } else if (Arrow && !T.pointerLike(Locs[L].TypeId) &&
               Locs[L].Kind != LocKind::Temp) {
      // A prvalue pointer was evaluated to what it points to.
      size_t Before = Out.size();
      if (Cell)
        addFitting(resolved(L), C.ResultType, Out);
      if (Out.size() == Before)
        Out.insert(refTo(L));
    } else if (Arrow || T.pointerLike(Locs[L].TypeId)) {
      addFitting(resolved(L), C.ResultType, Out);
    } else if (Kind.Reference || Kind.Pointer) {
      bool Descriptor = !C.Args.empty() && C.Args[0] != None &&
                        (origins(values(Ctx, C.Args[0])) &
                         (1u << unsigned(Origin::Descriptor))) != 0;
      Id E =
          elemLoc(L, Descriptor, Kind.Reference ? T.value(C.ResultType) : None);
      Out.insert(refTo(E));
      if (!Kind.Reference)
        addFitting(resolved(E), C.ResultType, Out);
    } else if (Kind.Text && T.stringLike(Locs[L].TypeId)) {
      Out.merge(resolved(L));
    } else if (!T.scalar(C.ResultType)) {
      // A value made of the receiver's parts: its callables and pointers.
      Id E = elemLoc(L, false, None);
      if (pairOfIterator(C.ResultType))
        Out.insert(refTo(E));
      for (const Value &V : resolved(E))
        if (V.Kind != ValueKind::Ref)
          Out.insert(V);
    }
  }
  // `(a + b).c_str()`: a string that is no object yet.
  if (Receivers.empty() && (Arrow || (Kind.Text && T.stringLike(TypeId))))
    Out.merge(values(Ctx, C.Receiver));
  return Taint;
}

/// The object that a call returns by value.
Id Interpreter::resultObject(Id Ctx, Id Call, Phase Now) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  Loc L;
  L.Kind = LocKind::Temp;
  L.Ref = Id(B.Nodes.size()) + Call;
  L.Parent = Acts[Ctx].Function;
  L.Ctx = Ctx;
  L.TypeId = B.Calls[Call].ResultType;
  L.Made = Now;
  L.At = B.Calls[Call].Loc;
  return makeLoc(L);
}

/// A result of which only its parts and origins are known.
ValueSet Interpreter::partialResult(Id Ctx, Id Call, const FunctionModel *Model,
                                    Phase Now, ValueSet Out) {
  const CallFact &C = body(Acts[Ctx].Function)->Calls[Call];
  const ResultKind Kind = resultKind(C);
  uint32_t Taint = 0, KeyTaint = 0;
  for (Id A : C.Args)
    if (A != None)
      KeyTaint |= origins(values(Ctx, A));
  if (C.Receiver != None)
    Taint = addParts(Ctx, C, Kind, Out);
  if (Model && Model->Returns == Origin::Element && C.Args.empty())
    Out.merge(wrapped(Ctx, C));
  // `table.at(key)`: what the table holds, if that is known.
  bool Held = false;
  if (Kind.Text && Kind.Reference)
    for (Id L : refs(Out))
      for (const Value &V : resolved(L))
        Held |= V.Kind != ValueKind::Ref;
  if (!Held)
    Taint |= KeyTaint;
  // What is read from a descriptor is no descriptor.
  Taint &=
      ~((1u << unsigned(Origin::Unknown)) | (1u << unsigned(Origin::Element)) |
        (1u << unsigned(Origin::Descriptor)));
  for (unsigned I = 0; I < 32; ++I)
    if (Taint & (1u << I))
      Out.insert(from(Origin(I)));
  if (Kind.Text && !Held && !Out.has(ValueKind::Str) &&
      !Out.has(ValueKind::Concat) && !Out.has(ValueKind::Param))
    Out.insert(from(Origin::Unknown));
  if (!Kind.Reference && !Kind.Pointer && !Kind.Text &&
      !T.scalar(C.ResultType) && C.ResultType != None &&
      P.type(C.ResultType).Kind == TypeKind::Record) {
    Id Temp = resultObject(Ctx, Call, Now);
    for (const Value &V : Out)
      add(Temp, V);
    Out.insert(refTo(Temp));
  }
  return Out;
}

/// `xmalloc(sizeof(struct node))`: of code that is not here, by its name.
bool Interpreter::allocates(const CallFact &C) const {
  Id To = T.pointerLike(C.ResultType) ? T.target(C.ResultType) : None;
  return C.Receiver == None && To != None &&
         P.type(To).Kind == TypeKind::Void &&
         llvm::any_of(words(C.Name), [](llvm::StringRef Word) {
           return Word.ends_with("alloc") && !Word.ends_with("realloc");
         });
}

ValueSet Interpreter::externalResult(Id Ctx, Id Call,
                                     const FunctionModel *Model, Phase Now) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  ValueSet Out;
  Origin O = Model && Model->Returns  ? *Model->Returns
             : !Model && allocates(C) ? Origin::Fresh
                                      : Origin::Element;
  // What is appended to and handed back holds the text itself.
  bool Itself = O == Origin::Argument || O == Origin::ReceiverItself;
  if (Model && Model->Format && !(Itself && Model->FormatInto != ArgNone)) {
    Out.insert(formatted(Ctx, Call));
    return Out;
  }
  if (Model && Model->DefaultArg != ArgNone)
    Out = defaultOf(Ctx, C, Model->DefaultArg);
  if (O == Origin::Argument) {
    Id N = node(Ctx, C, Model->OriginArg);
    bool Reference = N != None && (resultKind(C).Reference ||
                                   !T.pointerLike(B.Nodes[N].TypeId));
    return N == None ? Out : bindTo(Ctx, None, N, Reference);
  }
  if (O == Origin::ReceiverItself) {
    addReceiver(Ctx, C, Out);
    return Out;
  }
  if (O == Origin::Fresh) {
    Id L = heapLoc(Ctx, Id(B.Nodes.size()) + Call, T.target(C.ResultType), Now);
    if (Model && shares(C, B, *Model))
      SharedObjects.insert(L);
    if (Model && Model->HoldsArgs)
      for (Id A : C.Args)
        if (A != None)
          add(L, values(Ctx, A));
    Out.insert(refTo(L));
    return Out;
  }
  if (O == Origin::Singleton) {
    if (Id Class = T.record(T.target(C.ResultType)); Class != None)
      Out.insert(refTo(instanceLoc(Class, Phase::StartUp)));
    return Out;
  }
  addOrigins(Ctx, C, Model, Out);
  if (O != Origin::Element) {
    Out.insert(from(O));
    if (T.scalar(C.ResultType) || T.stringLike(C.ResultType) ||
        (O == Origin::Unknown && T.pointerLike(C.ResultType)))
      return Out;
  }
  return partialResult(Ctx, Call, Model, Now, std::move(Out));
}

} // namespace factor6
