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
  static constexpr llvm::StringRef Verbs[] = {
      "insert", "add",       "push",       "put",       "set",       "erase",
      "remove", "clear",     "append",     "emplace",   "store",     "update",
      "assign", "reset",     "swap",       "merge",     "pop",       "resize",
      "upsert", "enqueue",   "dequeue",    "increment", "decrement", "inc",
      "dec",    "fetch",     "exchange",   "replace",   "delete",    "register",
      "save",   "subscribe", "unsubscribe"};
  return !W.empty() && llvm::is_contained(Verbs, llvm::StringRef(W[0]));
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
  if (hasWord(Class, {"client", "timer"}))
    return false;
  if (hasWord(Class, {"server", "service", "listener", "acceptor", "router",
                      "dispatcher", "broker", "gateway", "daemon", "hub"}))
    return true;
  std::vector<std::string> Said = words(C.Name);
  return P.entity(R).has(EF_Project) && !Said.empty() &&
         (Said.front() == "on" || Said.front() == "route" ||
          Said.front() == "subscribe" || Said.back() == "handler" ||
          Said.back() == "callback");
}

void Interpreter::externalCall(Id Ctx, Id StmtIndex, Id Call, Phase Now) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  if (C.Flags & CF_Destroy)
    return;
  const FunctionModel *Model = model(C, B);
  if (C.Name == "operator=" && C.Receiver != None && !C.Args.empty() &&
      B.Nodes[C.Receiver].Kind == NodeKind::Field)
    noteField(Ctx, B.Nodes[C.Receiver].Ref, values(Ctx, C.Args[0]), C.Loc);
  if (Model) {
    recordEvent(Ctx, StmtIndex, Call, Model, Now);
    if (Model->ListensOrServes || Model->Serves || !Model->Listens.empty())
      Listens = Service = true;
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
      runCallables(Ctx, StmtIndex, Call, Made, Now, Result);
    }
  runCallables(Ctx, StmtIndex, Call, Model, Now, Result);
  if (C.Flags & CF_Construct) {
    externalConstruct(Ctx, C, Model, Now, Result);
    externalReads(Ctx, StmtIndex, Call, Model, Now);
    return;
  }
  externalReads(Ctx, StmtIndex, Call, Model, Now);
  externalWrites(Ctx, StmtIndex, Call, Model, Now);
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
  for (Id A : C.Args)
    Args.push_back(bindTo(Ctx, None, A, true));
  Id R = T.record(TypeId);
  if (R == None || !P.entity(R).has(EF_Project)) {
    for (Id A : C.Args)
      add(Object, values(Ctx, A));
    return;
  }
  for (Id Method : P.Methods[R]) {
    const Entity &F = P.entity(Method);
    if (!F.has(EF_Ctor) || !body(Method) || F.Params.size() < C.Args.size())
      continue;
    std::vector<ValueSet> Bound;
    for (size_t I = 0; I < C.Args.size(); ++I)
      Bound.push_back(bindTo(Ctx, P.entity(F.Params[I]).TypeId, C.Args[I],
                             T.reference(P.entity(F.Params[I]).TypeId)));
    callFunction(Method, {Object}, Bound, Now, None, Ctx, Call, C.Loc, None);
    // Overloads differ in their parameters' number first.
    if (F.Params.size() == C.Args.size())
      break;
  }
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

void Interpreter::runCallables(Id Ctx, Id StmtIndex, Id Call,
                               const FunctionModel *Model, Phase Now,
                               ValueSet &Result) {
  (void)StmtIndex;
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  if (Model && Model->Bind) {
    auto [It, New] = BoundIds.try_emplace({Ctx, Call}, Bounds.size());
    if (New)
      Bounds.emplace_back();
    BoundCallable Bound;
    if (!C.Args.empty())
      Bound.Targets = values(Ctx, C.Args[0]);
    for (size_t I = 1; I < C.Args.size(); ++I)
      Bound.Args.push_back(values(Ctx, C.Args[I]));
    // A placeholder, a library's own object, binds nothing.
    for (ValueSet &Arg : Bound.Args)
      for (Id L : refs(Arg))
        if (Locs[L].Kind == LocKind::Global &&
            !P.entity(Locs[L].Ref).has(EF_Project))
          Arg.erase(refTo(L));
    while (!Bound.Args.empty() && !Bound.Args.back().has(ValueKind::Ref))
      Bound.Args.pop_back();
    Bounds[It->second] = std::move(Bound);
    Result.insert({ValueKind::Bound, It->second, 0});
    return;
  }
  if (Model && !Model->EntryObjects.empty())
    for (int Arg : Model->EntryObjects) {
      Id N = node(Ctx, C, Arg);
      if (N == None)
        continue;
      for (Id L : refs(bindTo(Ctx, None, N, false))) {
        LocSet Objects = {L};
        if (T.pointerLike(Locs[L].TypeId))
          Objects = refs(resolved(L));
        for (Id Object : Objects) {
          Id R = T.record(Locs[Object].TypeId);
          if (R == None)
            continue;
          for (Id Rec : T.withBases(R))
            for (Id Method : P.Methods[Rec]) {
              const Entity &F = P.entity(Method);
              bool Called =
                  Model->EntryMethods.empty()
                      ? !F.Bases.empty()
                      : llvm::is_contained(Model->EntryMethods, F.Name);
              if (!Called || !body(Method) || F.has(EF_Ctor | EF_Dtor))
                continue;
              Service = true;
              Id E = registerEntry(
                  {Model->Library + " method '" + F.QualifiedName + "'", "",
                   F.Loc, Method, Model->Library});
              callFunction(Method, {Object}, {}, Phase::Request, None, None,
                           None, F.Loc, E);
            }
        }
      }
    }
  for (size_t I = 0; I < C.Args.size(); ++I) {
    if (C.Args[I] == None)
      continue;
    ValueSet V = values(Ctx, C.Args[I]);
    ValueSet Callables;
    auto Collect = [&](const ValueSet &From) {
      for (const Value &X : From)
        if (X.Kind == ValueKind::Closure || X.Kind == ValueKind::Func ||
            X.Kind == ValueKind::Bound)
          Callables.insert(X);
    };
    Collect(V);
    for (Id L : refs(V)) {
      Id R = T.record(Locs[L].TypeId);
      auto Functor = [&](Id Object) {
        Id Record = T.record(Locs[Object].TypeId);
        if (Record == None || !P.entity(Record).has(EF_Project) ||
            P.entity(Record).has(EF_Lambda))
          return;
        for (Id Rec : T.withBases(Record))
          for (Id Method : P.Methods[Rec])
            if (P.entity(Method).Name == "operator()" && body(Method))
              Callables.insert(refTo(Object));
      };
      Functor(L);
      // Not every object that has been given a callable runs it when it is
      // itself given away: a wrapper of one does.
      bool Wrapper =
          Locs[L].Kind == LocKind::Temp || R == None ||
          hasWord(P.entity(R).Name,
                  {"function", "callback", "handler", "bind", "binder",
                   "wrapper", "task", "delegate", "invoke"});
      if (Wrapper && (R == None || !P.entity(R).has(EF_Project) ||
                      P.entity(R).has(EF_Lambda))) {
        ValueSet Inner = resolved(L);
        Collect(Inner);
        for (Id Object : refs(Inner))
          Functor(Object);
      }
    }
    if (Callables.empty())
      continue;
    const CallableSpec *Spec = nullptr;
    if (Model)
      for (const CallableSpec &S : Model->Callables) {
        int Arg = C.fromEnd(S.Arg);
        if (Arg == int(I) || S.Arg == ArgAnyCallable)
          Spec = &S;
      }
    CallableSpec Default;
    Default.Arg = int(I);
    if (!Spec) {
      // Constructing or storing a callable does not run it.
      bool Stores =
          (C.Flags & CF_Construct) || C.Name == "operator=" ||
          C.Name == "operator==" || C.Name == "operator!=" ||
          (C.Receiver != None && mutatingName(C.Name) &&
           T.container(B.Nodes[C.Receiver].TypeId)) ||
          (Model && (Model->Returns || !Model->How.empty() || Model->Test));
      // `threads.emplace_back(work)` starts it.
      bool Starts = C.Receiver != None && mutatingName(C.Name) &&
                    T.elementRole(B.Nodes[C.Receiver].TypeId) == Role::Executor;
      if (Stores && !Starts)
        continue;
      Service |= !Model && handlesRequests(C, B);
      Default.Run = Starts                  ? RunKind::Thread
                    : Now == Phase::Request ? RunKind::Complete
                                            : RunKind::Background;
      Spec = &Default;
    }
    runCallable(Ctx, C, Call, Callables, *Spec, Now, Result);
  }
}

/// The function that a callable value runs.
Id Interpreter::functionOf(const ValueSet &V) const {
  Id Function = None;
  for (const Value &X : V)
    Function = X.Kind == ValueKind::Func      ? X.A
               : X.Kind == ValueKind::Closure ? Closures[X.A].Function
               : X.Kind == ValueKind::Bound   ? functionOf(Bounds[X.A].Targets)
                                              : Function;
  return Function;
}

/// A handler without a route is told by its name or by who was given it.
std::string Interpreter::said(Id Function, const CallFact &C) const {
  if (Function != None && !P.entity(Function).has(EF_Lambda))
    return " '" + P.entity(Function).QualifiedName + "'";
  return C.Name.empty() || (C.Flags & CF_Construct)
             ? ""
             : " given to '" + C.Name + "'";
}

void Interpreter::runCallable(Id Ctx, const CallFact &C, Id Call,
                              const ValueSet &V, const CallableSpec &Spec,
                              Phase Now, ValueSet &Result) {
  Phase When = Now;
  Id Entry = None;
  switch (Spec.Run) {
  case RunKind::Ignore:
  case RunKind::ShutDown:
    return;
  case RunKind::StartUp:
  case RunKind::Once:
    When = Phase::StartUp;
    break;
  case RunKind::Entry: {
    Service = true;
    const FunctionBody &B = *body(Acts[Ctx].Function);
    const FunctionModel *Model = model(C, B);
    EntryPoint E;
    E.At = C.Loc;
    E.Library = Model ? Model->Library : "";
    E.Function = functionOf(V);
    for (Id A : C.Args)
      if (A != None && B.Nodes[A].Kind == NodeKind::Str && E.Route.empty())
        E.Route = B.Nodes[A].Text;
      else if (A != None)
        for (const Value &X : values(Ctx, A)) {
          if (X.Kind == ValueKind::Str && E.Route.empty())
            E.Route = Literals[X.A].Text;
          if (X.Kind == ValueKind::Ref && T.stringLike(Locs[X.A].TypeId))
            for (const Value &Y : resolved(X.A))
              if (Y.Kind == ValueKind::Str && E.Route.empty())
                E.Route = Literals[Y.A].Text;
        }
    E.Text =
        (E.Library.empty() ? std::string("handler") : E.Library + " handler") +
        (E.Route.empty() ? said(E.Function, C) : " of '" + E.Route + "'");
    Entry = registerEntry(E);
    When = Phase::Request;
    break;
  }
  case RunKind::Complete:
    When = Now == Phase::Root && O.WholeProgram ? Phase::Root : Phase::Request;
    break;
  case RunKind::Thread:
  case RunKind::Deferred:
  case RunKind::Timer:
  case RunKind::Async:
  case RunKind::Background:
    When = Now == Phase::Request ? Phase::Request
           : Now == Phase::Root  ? Phase::Root
                                 : Phase::Background;
    break;
  case RunKind::Inline:
    break;
  }
  std::vector<ValueSet> Args;
  if (Spec.ContextArg != ArgNone)
    if (Id N = node(Ctx, C, Spec.ContextArg); N != None) {
      Args.resize(Spec.ContextParam + 1);
      Args[Spec.ContextParam] = values(Ctx, N);
    }
  LocSet This;
  // `thread(&Class::run, object, ...)`: what follows a member is its object.
  bool Member = false;
  for (const Value &X : V)
    Member |= X.Kind == ValueKind::Func && P.entity(X.A).Parent != None &&
              !P.entity(X.A).has(EF_Static);
  bool Threaded = Spec.Run == RunKind::Thread || Spec.Run == RunKind::Async ||
                  Spec.Run == RunKind::Inline || Spec.Run == RunKind::Once;
  int First = C.fromEnd(Spec.Arg);
  if ((Threaded || Member) && Spec.ContextArg == ArgNone &&
      Spec.Arg != ArgAnyCallable) {
    for (size_t I = First + 1; I < C.Args.size(); ++I) {
      ValueSet A = bindTo(Ctx, None, C.Args[I], Threaded && !Member);
      // A reference wrapper is unwrapped.
      const FunctionBody &B = *body(Acts[Ctx].Function);
      if (C.Args[I] != None && T.pointerLike(B.Nodes[C.Args[I]].TypeId))
        A.merge(values(Ctx, C.Args[I]));
      Args.push_back(std::move(A));
    }
    if (Spec.Run == RunKind::Inline && !Member)
      Args.clear();
  }
  if (Spec.Run == RunKind::Inline && Args.empty() && !Member) {
    // An algorithm hands over elements of what it is given.
    ValueSet Elements;
    for (size_t I = 0; I < C.Args.size(); ++I)
      if (int(I) != First && C.Args[I] != None)
        for (Id L : refs(bindTo(Ctx, None, C.Args[I], true))) {
          if (Locs[L].Kind == LocKind::Elem)
            Elements.insert(refTo(L));
          else if (T.pointerLike(Locs[L].TypeId))
            Elements.merge(resolved(L));
          else
            Elements.insert(refTo(
                T.container(Locs[L].TypeId) ? elemLoc(L, false, None) : L));
        }
    ValueSet Only;
    for (Id L : refs(Elements))
      Only.insert(refTo(L));
    if (!Only.empty())
      Args = {Only, Only};
  }
  if (Member && !Args.empty() && refs(Args.front()).empty())
    Args.clear();
  ValueSet Returned;
  bool New = Entry != None;
  callValue(Ctx, V, std::move(Args), This, When, New ? None : Ctx,
            New ? None : Call, C.Loc, Entry, Returned);
  if (Spec.Run == RunKind::Inline || Spec.Run == RunKind::Async ||
      Spec.Run == RunKind::Once)
    Result.merge(Returned);
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
