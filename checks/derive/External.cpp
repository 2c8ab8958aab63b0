//===- External.cpp - Calls into other people's code ----------------------===//
//
// Their bodies are not seen. Models say what they do; without a model the
// signature does: const is a read, a non-const reference is written, what goes
// into a container stays in it.
//
//===----------------------------------------------------------------------===//
#include "derive/Interpreter.h"

namespace factor6 {

Id Interpreter::node(Id, const CallFact &C, int Arg) const {
  if (Arg == ArgReceiver)
    return C.Receiver;
  Arg = C.fromEnd(Arg);
  return Arg >= 0 && Arg < int(C.Args.size()) ? C.Args[Arg] : None;
}

bool Interpreter::mutatingName(llvm::StringRef Name) const {
  if (Name.consume_front("operator"))
    return Name == "=" || Name == "++" || Name == "--" || Name.ends_with("=") ||
           Name == "<<" || Name == "[]";
  std::vector<std::string> W = words(Name);
  if (W.size() > 1 && W[0] == "try") // `try_push`
    W.erase(W.begin());
  static constexpr llvm::StringRef Verbs[] = {
      "insert", "add",       "push",       "put",       "set",       "erase",
      "remove", "clear",     "append",     "emplace",   "store",     "update",
      "assign", "reset",     "swap",       "merge",     "pop",       "resize",
      "upsert", "enqueue",   "dequeue",    "increment", "decrement", "inc",
      "dec",    "fetch",     "exchange",   "replace",   "delete",    "register",
      "save",   "subscribe", "unsubscribe"};
  return !W.empty() && llvm::is_contained(Verbs, llvm::StringRef(W[0]));
}

bool Interpreter::serverName(llvm::StringRef Class) const {
  return hasWord(Class, {"server", "service", "listener", "acceptor", "router",
                         "dispatcher", "broker", "gateway", "daemon", "hub"}) &&
         !hasWord(Class, {"client", "timer"});
}

/// A callback is handed to what looks like a server, of a library that is not
/// known (or that the project only declares).
bool Interpreter::handlesRequests(const CallFact &C,
                                  const FunctionBody &B) const {
  Id R = C.Receiver == None ? None
                            : T.record(T.target(B.Nodes[C.Receiver].TypeId));
  if (R == None)
    return false;
  llvm::StringRef Class = P.entity(R).Name;
  if (serverName(Class))
    return true;
  std::vector<std::string> Said = words(C.Name);
  return P.entity(R).has(EF_Project) && !Said.empty() &&
         !hasWord(Class, {"client", "timer"}) &&
         (Said.front() == "on" || Said.front() == "route" ||
          Said.front() == "subscribe" || Said.back() == "handler" ||
          Said.back() == "callback");
}

void Interpreter::noteServer(const CallFact &C, const FunctionBody &B) {
  if (!handlesRequests(C, B))
    return;
  Service = true;
  UnknownServer = true;
}

void Interpreter::externalCall(Id Ctx, Id StmtIndex, Id Call, Phase Now) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  if (C.Flags & CF_Destroy)
    return;
  const FunctionModel *Model = model(C, B);
  if (C.Name == "operator=" && C.Receiver != None && !C.Args.empty()) {
    Id Target = C.Receiver; // also `server.table["x"]["GET"] = [](...) {...}`
    while (B.Nodes[Target].Kind == NodeKind::Call) {
      const CallFact &Element = B.Calls[B.Nodes[Target].Ref];
      if (!(Element.Flags & CF_Subscript) || Element.Receiver == None)
        break;
      Target = Element.Receiver;
    }
    if (B.Nodes[Target].Kind == NodeKind::Field)
      noteField(Ctx, B.Nodes[Target].Ref, values(Ctx, C.Args[0]), C.Loc);
  }
  if (Model) {
    recordEvent(Ctx, StmtIndex, Call, Model, Now);
    bool Dead = Now == Phase::Root && O.WholeProgram;
    // A client runs its loop, too: `io_context.run()`.
    bool Serves =
        Model->Serves && (C.Receiver == None ||
                          T.role(B.Nodes[C.Receiver].TypeId) != Role::Executor);
    StartUpServes |= Model->Serves && Now == Phase::StartUp;
    if (!Dead &&
        (Model->ListensOrServes || Serves || !Model->Listens.empty())) {
      Changed |= !Listens;
      Listens = Service = true;
    }
    for (auto [Arg, O] : Model->OutArgs) {
      Id N = node(Ctx, C, Arg);
      if (N == None)
        continue;
      // `&x`, an array or a pointer say where; a reference is itself the place.
      bool Pointer =
          T.pointerLike(B.Nodes[N].TypeId) || B.Nodes[N].Kind == NodeKind::Addr;
      for (Id L : Pointer ? refs(values(Ctx, N)) : locs(Ctx, N)) {
        add(L, from(O));
        if (O == Origin::Fresh)
          add(L, refTo(heapLoc(Ctx, Id(B.Nodes.size() + B.Calls.size()) + Call,
                               T.target(Locs[L].TypeId), Now)));
      }
    }
  }
  ValueSet Result;
  if (Model && Model->Construct)
    if (const FunctionModel *Made = constructorModel(Ctx, Call)) {
      recordEvent(Ctx, StmtIndex, Call, Made, Now);
      runCallables(Ctx, Call, Made, Now, Result);
    }
  runCallables(Ctx, Call, Model, Now, Result);
  if (!Model && Now == Phase::StartUp)
    enterOverriders(Ctx, C);
  if (C.Flags & CF_Construct) {
    externalConstruct(Ctx, C, Model, Now, Result);
    externalReads(Ctx, StmtIndex, Call, Model, Now);
    return;
  }
  externalReads(Ctx, StmtIndex, Call, Model, Now);
  externalWrites(Ctx, StmtIndex, Call, Model, Now);
  if (Model && Model->Emplace)
    emplaceElement(Ctx, Call, Now);
  if (Model && Model->Construct)
    constructInPlace(Ctx, Call, Now, Result);
  else
    Result.merge(externalResult(Ctx, Call, Model, Now));
  Changed |= Acts[Ctx].CallResults[Call].merge(Result);
}

void Interpreter::externalConstruct(Id Ctx, const CallFact &C,
                                    const FunctionModel *Model, Phase,
                                    ValueSet &) {
  LocSet Objects = locs(Ctx, C.Receiver);
  const FunctionBody &B = *body(Acts[Ctx].Function);
  if (C.Receiver != None && B.Nodes[C.Receiver].Kind == NodeKind::Object)
    Objects = {tempLoc(Ctx, C.Receiver)};
  for (Id L : Objects) {
    noteObject(L, Locs[L].TypeId);
    if (Model && Model->Bind) {
      continue;
    }
    if (Model && shares(C, B, *Model))
      SharedObjects.insert(L);
    for (Id A : C.Args)
      if (A != None)
        add(L, values(Ctx, A));
    if (Model && Model->Returns && *Model->Returns < Origin::Element)
      add(L, from(*Model->Returns));
  }
}

/// What make_shared and the like construct.
Id Interpreter::constructedType(Id Ctx, Id Call) const {
  const CallFact &C = body(Acts[Ctx].Function)->Calls[Call];
  // `Class::createShared(...)`: what is returned says the class.
  bool Static = C.Callee != None && P.entity(C.Callee).Parent != None;
  if (!Static && !C.TemplateArgs.empty() && C.TemplateArgs[0] != None)
    return C.TemplateArgs[0];
  return T.target(C.ResultType);
}

const FunctionModel *Interpreter::constructorModel(Id Ctx, Id Call) const {
  Id R = T.record(constructedType(Ctx, Call));
  if (R == None || P.entity(R).has(EF_Project))
    return nullptr;
  const Entity &E = P.entity(R);
  return M.function(E.QualifiedName + "::" + E.Name, T.classNames(R));
}

/// The constructors of a class of the project that the arguments fit.
void Interpreter::runConstructors(Id Ctx, Id Call, Id R, Id Object, Phase Now,
                                  llvm::ArrayRef<Id> Args) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  for (Id Method : P.Methods[R]) {
    const Entity &F = P.entity(Method);
    if (!F.has(EF_Ctor) || !body(Method) || F.Params.size() < Args.size())
      continue;
    std::vector<ValueSet> Bound;
    Bound.reserve(Args.size());
    for (size_t I = 0; I < Args.size(); ++I)
      Bound.push_back(bindTo(Ctx, P.entity(F.Params[I]).TypeId, Args[I],
                             T.reference(P.entity(F.Params[I]).TypeId)));
    callFunction(Method, {Object}, Bound, Now, None, Ctx, Call,
                 B.Calls[Call].Loc, None);
    // Overloads differ in their parameters' number first.
    if (F.Params.size() == Args.size())
      break;
  }
}

/// What an element is made of, behind its place or key: `emplace(it, a, b)`,
/// `try_emplace(key, a, b)`, `emplace(piecewise_construct,
/// forward_as_tuple(key), forward_as_tuple(a, b))`.
llvm::ArrayRef<Id> Interpreter::madeOf(const CallFact &C, const FunctionBody &B,
                                       bool Table) const {
  llvm::ArrayRef<Id> Args = C.Args;
  if (Args.size() == 3 && Args[2] != None && Args[0] != None &&
      B.Nodes[Args[2]].Kind == NodeKind::Call) {
    Id Tag = T.value(B.Nodes[Args[0]].TypeId);
    if (Tag != None &&
        llvm::StringRef(P.type(Tag).Name).ends_with("piecewise_construct_t"))
      return B.Calls[B.Nodes[Args[2]].Ref].Args;
  }
  bool Placed = !Args.empty() && Args[0] != None &&
                T.role(B.Nodes[Args[0]].TypeId) == Role::Iterator;
  if (Placed)
    Args = Args.drop_front();
  return Table && !Args.empty() ? Args.drop_front() : Args;
}

/// `servers.emplace_back(context, port)`
void Interpreter::emplaceElement(Id Ctx, Id Call, Phase Now) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  Id Table = C.Receiver == None ? None : T.target(B.Nodes[C.Receiver].TypeId);
  if (Table == None || P.type(Table).Args.empty())
    return;
  bool Keyed = T.table(Table) && P.type(Table).Args.size() > 1;
  Id Element = P.type(Table).Args[Keyed];
  if (!T.ownRecord(Element) || T.pointerLike(Element))
    return;
  Id R = T.record(Element);
  const llvm::ArrayRef<Id> Args = madeOf(C, B, Keyed);
  if (Args.size() == 1 && Args[0] != None &&
      T.record(B.Nodes[Args[0]].TypeId) == R)
    return; // copied or moved there
  for (Id L : baseLocs(Ctx, C.Receiver)) {
    Id Object = elemLoc(L, false, Element);
    Locs[Object].TypeId = Element; // it may have been met without
    noteObject(Object, Element);
    runConstructors(Ctx, Call, R, Object, Now, Args);
  }
}

/// What the members of an object that is copied or moved refer to or run.
void Interpreter::copyMembers(Id Object, Id Source, Id Record, unsigned Depth) {
  if (Object == Source)
    return;
  for (Id Class : T.withBases(Record))
    for (Id F : P.entity(Class).Members) {
      Id TypeId = P.entity(F).TypeId;
      Id To = fieldLoc(Object, F, TypeId), From = fieldLoc(Source, F, TypeId);
      auto Copy = [&](Id Into, Id Of, bool Pointers) {
        for (const Value &V : resolved(Of))
          if (Pointers || V.Kind != ValueKind::Ref)
            add(Into, V);
      };
      Copy(To, From, T.pointerLike(TypeId));
      if (T.container(TypeId))
        Copy(elemLoc(To, false, None), elemLoc(From, false, None), true);
      if (Depth < 2 && T.ownRecord(TypeId) && !T.pointerLike(TypeId))
        copyMembers(To, From, T.record(TypeId), Depth + 1);
    }
}

/// make_shared and the like: a fresh object of the first template argument.
void Interpreter::constructInPlace(Id Ctx, Id Call, Phase Now,
                                   ValueSet &Result) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  Id TypeId = constructedType(Ctx, Call);
  // Nodes of this body and its calls share one numbering.
  Id Object = heapLoc(Ctx, Id(B.Nodes.size()) + Call, TypeId, Now);
  Locs[Object].At = C.Loc;
  Result.insert(refTo(Object));
  std::vector<ValueSet> Args;
  Args.reserve(C.Args.size());
  for (Id A : C.Args)
    Args.push_back(bindTo(Ctx, None, A, true));
  Id R = T.record(TypeId);
  if (R == None || !P.entity(R).has(EF_Project)) {
    for (Id A : C.Args)
      add(Object, values(Ctx, A));
    return;
  }
  if (Args.size() == 1 && C.Args[0] != None &&
      T.record(B.Nodes[C.Args[0]].TypeId) == R) {
    for (Id Source : refs(Args[0])) // `make_shared<Routes>(std::move(routes))`
      copyMembers(Object, Source, R, 0);
    return;
  }
  runConstructors(Ctx, Call, R, Object, Now, C.Args);
  // An aggregate.
  const Entity &Record = P.entity(R);
  for (size_t I = 0; I < Args.size() && I < Record.Members.size(); ++I) {
    bool HasCtor = false;
    for (Id Method : P.Methods[R])
      HasCtor |= P.entity(Method).has(EF_Ctor) && body(Method);
    if (!HasCtor)
      add(fieldLoc(Object, Record.Members[I], None), values(Ctx, C.Args[I]));
  }
}

Id Interpreter::registerEntry(const EntryPoint &E) {
  auto [It, New] = EntryIds.try_emplace({E.Function, E.At}, Entries.size());
  if (New) {
    Entries.push_back(E);
    Changed = true;
  }
  return It->second;
}

} // namespace factor6
