//===- ExternalResult.cpp - What calls into other people's code yield -----===//
#include "derive/Interpreter.h"

namespace factor6 {

/// Could a pointer or reference of this type refer to L?
bool Interpreter::fits(Id L, Id TypeId) const {
  // Of a container: any part of what it holds. Of a string: characters.
  if (Locs[L].Kind == LocKind::Elem &&
      !T.stringLike(Locs[Locs[L].Parent].TypeId))
    return true;
  if (Locs[L].Kind == LocKind::Heap && Locs[L].TypeId != None &&
      P.type(Locs[L].TypeId).Kind == TypeKind::Void) // not yet told what it is
    return true;
  Id Wanted = T.record(T.target(TypeId)),
     Has = T.record(T.target(Locs[L].TypeId));
  if (Locs[L].Kind == LocKind::Instance)
    Has = Locs[L].Ref;
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

ValueSet Interpreter::externalResult(Id Ctx, Id Call,
                                     const FunctionModel *Model, Phase Now) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  ValueSet Out;
  Id Declared = C.Callee == None ? C.ResultType : P.entity(C.Callee).TypeId;
  // operator[] may return a proxy (vector<bool>).
  bool Reference =
      T.reference(Declared) || (C.Flags & (CF_Dependent | CF_Subscript));
  bool Pointer = T.pointerLike(C.ResultType);
  bool Text = T.stringLike(C.ResultType);
  Origin O = Model && Model->Returns ? *Model->Returns : Origin::Element;
  // What is appended to and handed back holds the text itself.
  bool Itself = O == Origin::Argument || O == Origin::ReceiverItself;
  if (Model && Model->Format && !(Itself && Model->FormatInto != ArgNone)) {
    Out.insert(formatted(Ctx, Call));
    return Out;
  }
  if (Model && Model->DefaultArg != ArgNone)
    if (Id N = node(Ctx, C, Model->DefaultArg); N != None) {
      Out.merge(values(Ctx, N));
      // What was looked for: in what wraps one value, it may be known.
      ValueSet Held;
      if (Model->DefaultArg == 0)
        Held = wrapped(Ctx, C);
      if (Held.empty() || origins(Held))
        Out.insert(from(Origin::Unknown));
      Out.merge(Held);
    }
  if (O == Origin::Argument) {
    Id N = node(Ctx, C, Model->OriginArg);
    return N == None ? Out
                     : bindTo(Ctx, None, N,
                              Reference || !T.pointerLike(B.Nodes[N].TypeId));
  }
  if (O == Origin::ReceiverItself) {
    for (Id L : C.Receiver == None ? LocSet() : baseLocs(Ctx, C.Receiver))
      Out.insert(refTo(L));
    // `(a + b).c_str()`: a string that is no object yet.
    if (Out.empty() && Text && C.Receiver != None)
      Out = values(Ctx, C.Receiver);
    // `config["host"].asString()`: the text comes from where the whole does.
    if (Text)
      for (Id L : refs(Out))
        for (; Locs[L].Kind == LocKind::Elem; L = Locs[L].Parent)
          for (const Value &V : Contents[Locs[L].Parent])
            if (V.Kind == ValueKind::From)
              Out.insert(V);
    return Out;
  }
  if (O == Origin::Fresh) {
    Id L = heapLoc(Ctx, Id(B.Nodes.size()) + Call, T.target(C.ResultType), Now);
    if (shares(C, B, *Model))
      SharedObjects.insert(L);
    Out.insert(refTo(L));
    return Out;
  }
  if (Model && Model->OriginIfArg != ArgNone)
    for (const Value &V : values(Ctx, node(Ctx, C, Model->OriginIfArg)))
      if (V.Kind == ValueKind::Str &&
          llvm::is_contained(Model->OriginIfEquals, Literals[V.A].Text))
        Out.insert(from(Model->OriginIf));
  if ((O == Origin::Request || O == Origin::SessionKey ||
       (C.Receiver != None &&
        T.role(B.Nodes[C.Receiver].TypeId) == Role::RequestObject)) &&
      namesClientAddress(Ctx, C))
    Out.insert(from(Origin::PeerAddress));
  if (O != Origin::Element) {
    Out.insert(from(O));
    if (T.scalar(C.ResultType) || Text)
      return Out;
  }
  // What is handed out has the type that is asked for.
  auto MergeFitting = [&](const ValueSet &V) {
    for (const Value &X : V)
      if (X.Kind != ValueKind::Ref || fits(X.A, C.ResultType))
        Out.insert(X);
  };
  uint32_t Taint = 0, KeyTaint = 0;
  for (Id A : C.Args)
    if (A != None)
      KeyTaint |= origins(values(Ctx, A));
  if (C.Receiver != None) {
    Id TypeId = B.Nodes[C.Receiver].TypeId;
    LocSet Receivers = baseLocs(Ctx, C.Receiver);
    bool Arrow = T.pointerLike(TypeId) &&
                 P.type(T.value(TypeId)).Kind != TypeKind::Pointer;
    // `it->second->run()`: a cell that holds the pointer, not the object.
    const ClassModel *Class = T.model(TypeId);
    const factor6::Node &Cells = B.Nodes[C.Receiver];
    bool Place = isLvalue(B, C.Receiver);
    if (Cells.Kind == NodeKind::Call) { // `(*workers[i]).run()`
      const CallFact &Inner = B.Calls[Cells.Ref];
      Place =
          (Inner.Flags & CF_Subscript) ||
          (Inner.Callee != None && T.reference(P.entity(Inner.Callee).TypeId));
    }
    bool Cell =
        Arrow && Place && Class && Class->TypeRole == Role::SmartPointer;
    for (Id L : Receivers) {
      Taint |= origins(Contents[L]) | origins([&] {
                 ValueSet S;
                 S.insert(refTo(L));
                 return S;
               }());
      if (Arrow && !T.pointerLike(Locs[L].TypeId) &&
          Locs[L].Kind != LocKind::Temp) {
        // A prvalue pointer was evaluated to what it points to.
        size_t Before = Out.size();
        if (Cell)
          MergeFitting(resolved(L));
        if (Out.size() == Before)
          Out.insert(refTo(L));
        continue;
      }
      if (Arrow || T.pointerLike(Locs[L].TypeId)) {
        MergeFitting(resolved(L));
        continue;
      }
      if (Reference || Pointer) {
        bool Descriptor = !C.Args.empty() && C.Args[0] != None &&
                          (origins(values(Ctx, C.Args[0])) &
                           (1u << unsigned(Origin::Descriptor))) != 0;
        Id E = elemLoc(L, Descriptor, Reference ? T.value(C.ResultType) : None);
        Out.insert(refTo(E));
        if (!Reference)
          MergeFitting(resolved(E));
      } else if (Text && T.stringLike(Locs[L].TypeId)) {
        Out.merge(resolved(L));
      } else if (!T.scalar(C.ResultType)) {
        // A value made of the receiver's parts: its callables and pointers.
        Id E = elemLoc(L, false, None);
        for (const Value &V : resolved(E))
          if (V.Kind != ValueKind::Ref)
            Out.insert(V);
      }
    }
    // `(a + b).c_str()`: a string that is no object yet.
    if (Receivers.empty() && (Arrow || (Text && T.stringLike(TypeId))))
      Out.merge(values(Ctx, C.Receiver));
  }
  if (Model && Model->Returns == Origin::Element && C.Args.empty())
    Out.merge(wrapped(Ctx, C));
  // `table.at(key)`: what the table holds, if that is known.
  bool Held = false;
  if (Text && Reference)
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
  if (Text && !Held && !Out.has(ValueKind::Str) &&
      !Out.has(ValueKind::Concat) && !Out.has(ValueKind::Param))
    Out.insert(from(Origin::Unknown));
  if (!Reference && !Pointer && !Text && !T.scalar(C.ResultType) &&
      C.ResultType != None && P.type(C.ResultType).Kind == TypeKind::Record) {
    Loc L;
    L.Kind = LocKind::Temp;
    L.Ref = Id(B.Nodes.size()) + Call;
    L.Parent = Acts[Ctx].Function;
    L.Ctx = Ctx;
    L.TypeId = C.ResultType;
    L.Made = Now;
    L.At = C.Loc;
    Id Temp = makeLoc(L);
    for (const Value &V : Out)
      add(Temp, V);
    Out.insert(refTo(Temp));
  }
  return Out;
}

} // namespace factor6
