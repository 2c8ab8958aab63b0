//===- Callables.cpp - Callables that are handed to other people's code ---===//
//
// The model of the call says how they run: at once, per request, on a thread,
// later. Without one, the signature and the kind of object it is handed to do.
//
//===----------------------------------------------------------------------===//
#include "derive/Interpreter.h"

namespace factor6 {

/// `std::bind(callable, arguments...)`
Value Interpreter::boundCallable(Id Ctx, Id Call) {
  const CallFact &C = body(Acts[Ctx].Function)->Calls[Call];
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
  while (!Bound.Args.empty() && Bound.Args.back().empty())
    Bound.Args.pop_back();
  return keepBound(Ctx, Call, std::move(Bound));
}

Value Interpreter::keepBound(Id Ctx, Id Call, BoundCallable Bound) {
  auto [It, New] = BoundIds.try_emplace({Ctx, Call}, Bounds.size());
  if (New)
    Bounds.emplace_back();
  Bounds[It->second] = std::move(Bound);
  return {ValueKind::Bound, It->second, 0};
}

/// Runs what the classes of handler objects override, once per request.
void Interpreter::enterObject(Id Object, const FunctionModel &Model) {
  Id R = T.record(Locs[Object].TypeId);
  if (R == None)
    return;
  for (Id Rec : T.withBases(R))
    for (Id Method : P.Methods[Rec]) {
      const Entity &F = P.entity(Method);
      bool Called = Model.EntryMethods.empty()
                        ? !F.Bases.empty()
                        : llvm::is_contained(Model.EntryMethods, F.Name);
      if (!Called || !body(Method) || F.has(EF_Ctor | EF_Dtor))
        continue;
      Service = true;
      Id E = registerEntry({Model.Library + " method '" + F.QualifiedName + "'",
                            "", F.Loc, Method, Model.Library});
      callFunction(Method, {Object}, {}, Phase::Request, None, None, None,
                   F.Loc, E);
    }
}

void Interpreter::enterObjects(Id Ctx, const CallFact &C,
                               const FunctionModel &Model) {
  for (int Arg : Model.EntryObjects) {
    Id N = node(Ctx, C, Arg);
    if (N == None)
      continue;
    for (Id L : refs(bindTo(Ctx, None, N, false))) {
      LocSet Objects = {L};
      if (T.pointerLike(Locs[L].TypeId))
        Objects = refs(resolved(L));
      for (Id Object : Objects)
        enterObject(Object, Model);
    }
  }
}

/// An object of the project's with an `operator()`.
bool Interpreter::isFunctor(Id Object) const {
  Id R = T.record(Locs[Object].TypeId);
  if (R == None || !P.entity(R).has(EF_Project) || P.entity(R).has(EF_Lambda))
    return false;
  for (Id Rec : T.withBases(R))
    for (Id Method : P.Methods[Rec])
      if (P.entity(Method).Name == "operator()" && body(Method))
        return true;
  return false;
}

/// A library's class that says it is a wrapper of one callable.
bool Interpreter::wrapsCallable(Id Record) const {
  return Record != None && !P.entity(Record).has(EF_Project) &&
         hasWord(P.entity(Record).Name,
                 {"function", "callback", "handler", "bind", "binder",
                  "wrapper", "task", "delegate", "invoke"});
}

/// What of the values can be called, also inside a wrapper of one callable.
ValueSet Interpreter::callablesIn(const ValueSet &V) {
  ValueSet Out;
  auto Collect = [&](const ValueSet &From) {
    for (const Value &X : From)
      if (X.Kind == ValueKind::Closure || X.Kind == ValueKind::Func ||
          X.Kind == ValueKind::Bound)
        Out.insert(X);
  };
  Collect(V);
  for (Id L : refs(V)) {
    if (isFunctor(L))
      Out.insert(refTo(L));
    // Not every object that has been given a callable runs it when it is
    // itself given away: a wrapper of one does.
    Id R = T.record(Locs[L].TypeId);
    bool Lambda = R != None && P.entity(R).has(EF_Lambda); // `auto work = ...`
    bool Wrapper =
        R == None || Lambda || wrapsCallable(R) ||
        (Locs[L].Kind == LocKind::Temp && !P.entity(R).has(EF_Project));
    if (!Wrapper)
      continue;
    ValueSet Inner = resolved(L);
    Collect(Inner);
    for (Id Object : refs(Inner))
      if (isFunctor(Object))
        Out.insert(refTo(Object));
  }
  return Out;
}

/// How a callable runs that no model names; nothing if it is only stored.
std::optional<CallableSpec> Interpreter::unmodelled(const CallFact &C,
                                                    const FunctionBody &B,
                                                    const FunctionModel *Model,
                                                    Phase Now) {
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
    return std::nullopt;
  auto Elements = [&](Id N) { return N != None && T.range(B.Nodes[N].TypeId); };
  if (!Model && C.Receiver == None && C.Args.size() > 1 &&
      Elements(C.Args[0]) &&
      llvm::is_contained(M.words(WordKind::Algorithm), C.Name)) {
    CallableSpec Out;
    Out.Run = RunKind::Inline;
    return Out;
  }
  Service |= !Model && handlesRequests(C, B);
  CallableSpec Out;
  Out.Run = Starts                  ? RunKind::Thread
            : Now == Phase::Request ? RunKind::Complete
                                    : RunKind::Background;
  return Out;
}

/// `connect(sender, SIGNAL(came()), object, SLOT(serve(int)))`: methods that a
/// text names, after a digit and before their parameters.
ValueSet Interpreter::namedMethods(Id Ctx, Id Call, const ValueSet &Texts,
                                   const CallableSpec &Spec) {
  const CallFact &C = body(Acts[Ctx].Function)->Calls[Call];
  Id Object = node(Ctx, C, Spec.ObjectArg);
  LocSet Objects = Object == None ? LocSet() : refs(values(Ctx, Object));
  if (Objects.empty() && C.Receiver != None)
    Objects = baseLocs(Ctx, C.Receiver);
  BoundCallable Bound;
  Bound.Args.resize(1);
  for (const Value &V : Texts) {
    if (V.Kind != ValueKind::Str)
      continue;
    llvm::StringRef Name = llvm::StringRef(Literals[V.A].Text)
                               .ltrim("0123456789")
                               .split('(')
                               .first;
    for (Id L : Objects) {
      Id R = Locs[L].Kind == LocKind::Instance ? Locs[L].Ref
                                               : T.record(Locs[L].TypeId);
      for (Id Class : R == None ? std::vector<Id>() : T.withBases(R))
        for (Id Method : P.Methods[Class])
          if (P.entity(Method).Name == Name && body(Method)) {
            Bound.Targets.insert({ValueKind::Func, Method, 0});
            Bound.Args[0].insert(refTo(L));
          }
    }
  }
  if (Bound.Targets.empty())
    return {};
  ValueSet Out;
  Out.insert(keepBound(Ctx, Call, std::move(Bound)));
  return Out;
}

void Interpreter::runCallables(Id Ctx, Id Call, const FunctionModel *Model,
                               Phase Now, ValueSet &Result) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  if (Model && Model->Bind) {
    Result.insert(boundCallable(Ctx, Call));
    return;
  }
  if (Model)
    enterObjects(Ctx, C, *Model);
  for (size_t I = 0; I < C.Args.size(); ++I) {
    if (C.Args[I] == None)
      continue;
    std::optional<CallableSpec> Spec;
    if (Model)
      for (const CallableSpec &S : Model->Callables)
        if (C.fromEnd(S.Arg) == int(I) || S.Arg == ArgAnyCallable)
          Spec = S;
    ValueSet Callables = callablesIn(values(Ctx, C.Args[I]));
    if (Callables.empty() && Spec && Spec->ObjectArg != ArgNone)
      Callables = namedMethods(Ctx, Call, values(Ctx, C.Args[I]), *Spec);
    if (Callables.empty())
      continue;
    if (!Spec) {
      Spec = unmodelled(C, B, Model, Now);
      if (!Spec)
        continue;
      Spec->Arg = int(I);
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

RunKind Interpreter::runOf(const CallFact &C, const FunctionBody &B,
                           const CallableSpec &Spec) const {
  Id N = Spec.TimerIfArg == ArgNone ? None : node(None, C, Spec.TimerIfArg);
  bool Timer = N != None && B.Nodes[N].Kind == NodeKind::Int &&
               B.Nodes[N].Value == Spec.TimerIf;
  return Timer ? RunKind::Timer : Spec.Run;
}

/// The text that a handler is registered with.
std::string Interpreter::routeOf(Id Ctx, const CallFact &C) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  std::string Route;
  auto Take = [&](const std::string &Text) {
    if (Route.empty())
      Route = Text;
  };
  for (Id A : C.Args)
    if (A != None && B.Nodes[A].Kind == NodeKind::Str && Route.empty())
      Take(B.Nodes[A].Text);
    else if (A != None)
      for (const Value &X : values(Ctx, A)) {
        if (X.Kind == ValueKind::Str)
          Take(Literals[X.A].Text);
        if (X.Kind == ValueKind::Ref && T.stringLike(Locs[X.A].TypeId))
          for (const Value &Y : resolved(X.A))
            if (Y.Kind == ValueKind::Str)
              Take(Literals[Y.A].Text);
      }
  return Route;
}

Id Interpreter::handlerEntry(Id Ctx, const CallFact &C, const ValueSet &V) {
  const FunctionModel *Model = model(C, *body(Acts[Ctx].Function));
  EntryPoint E;
  E.At = C.Loc;
  E.Library = Model ? Model->Library : "";
  E.Function = functionOf(V);
  bool Named = Model && llvm::any_of(Model->Callables, [](const auto &S) {
                 return S.ObjectArg != ArgNone; // texts name signals and slots
               });
  if (!Named)
    E.Route = routeOf(Ctx, C);
  E.Text =
      (E.Library.empty() ? std::string("handler") : E.Library + " handler") +
      (E.Route.empty() ? said(E.Function, C) : " of '" + E.Route + "'");
  return registerEntry(E);
}

/// What an algorithm hands over: elements of what it is given.
ValueSet Interpreter::elementsGiven(Id Ctx, const CallFact &C, int Callable) {
  ValueSet Elements;
  for (size_t I = 0; I < C.Args.size(); ++I)
    if (int(I) != Callable && C.Args[I] != None)
      for (Id L : refs(bindTo(Ctx, None, C.Args[I], true))) {
        if (Locs[L].Kind == LocKind::Elem)
          Elements.insert(refTo(L));
        else if (T.pointerLike(Locs[L].TypeId))
          Elements.merge(resolved(L));
        else
          Elements.insert(
              refTo(T.container(Locs[L].TypeId) ? elemLoc(L, false, None) : L));
      }
  ValueSet Only;
  for (Id L : refs(Elements))
    Only.insert(refTo(L));
  return Only;
}

/// The callback's parameter that is handed the context; negative ones count
/// from its last.
int Interpreter::contextParam(const CallableSpec &Spec, Id Function) const {
  if (Spec.ContextParam >= 0 || Function == None)
    return Spec.ContextParam;
  return int(P.entity(Function).Params.size()) + Spec.ContextParam;
}

/// The arguments that a callable is run with, as far as the call shows them.
std::vector<ValueSet> Interpreter::handedTo(Id Ctx, const CallFact &C,
                                            const ValueSet &V,
                                            const CallableSpec &Spec,
                                            RunKind Run) {
  std::vector<ValueSet> Args;
  if (Spec.ContextArg != ArgNone)
    if (Id N = node(Ctx, C, Spec.ContextArg); N != None)
      if (int Param = contextParam(Spec, functionOf(V)); Param >= 0) {
        Args.resize(Param + 1);
        Args[Param] = values(Ctx, N);
      }
  if (Spec.DescriptorParam != ArgNone && Run == RunKind::Entry) {
    if (Args.size() <= size_t(Spec.DescriptorParam))
      Args.resize(Spec.DescriptorParam + 1);
    Args[Spec.DescriptorParam].insert(from(Origin::Descriptor));
  }
  // `thread(&Class::run, object, ...)`: what follows a member is its object.
  bool Member = false;
  for (const Value &X : V)
    Member |= X.Kind == ValueKind::Func && P.entity(X.A).Parent != None &&
              !P.entity(X.A).has(EF_Static);
  bool Threaded = Run == RunKind::Thread || Run == RunKind::Async ||
                  Run == RunKind::Inline || Run == RunKind::Once;
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
    if (Run == RunKind::Inline && !Member)
      Args.clear();
  }
  if (Run == RunKind::Inline && Args.empty() && !Member)
    if (ValueSet Elements = elementsGiven(Ctx, C, First); !Elements.empty())
      Args = {Elements, Elements};
  if (Member && !Args.empty() && refs(Args.front()).empty())
    Args.clear();
  return Args;
}

/// What a client reads from its server is no request.
bool Interpreter::readByClient(const CallFact &C, const FunctionBody &B) const {
  const FunctionModel *Model = model(C, B);
  return Model && Model->JobSource && !isJobSource(C, B);
}

void Interpreter::runCallable(Id Ctx, const CallFact &C, Id Call,
                              const ValueSet &V, const CallableSpec &Spec,
                              Phase Now, ValueSet &Result) {
  Phase When = Now;
  Id Entry = None;
  const RunKind Run = runOf(C, *body(Acts[Ctx].Function), Spec);
  switch (Run) {
  case RunKind::Ignore:
  case RunKind::ShutDown:
    return;
  case RunKind::StartUp:
  case RunKind::Once:
    When = Phase::StartUp;
    break;
  case RunKind::Entry:
    if (readByClient(C, *body(Acts[Ctx].Function))) {
      When =
          Now == Phase::Request || Now == Phase::Root ? Now : Phase::Background;
      break;
    }
    Service = true;
    Entry = handlerEntry(Ctx, C, V);
    When = Phase::Request;
    break;
  case RunKind::Complete:
  case RunKind::Spawn:
    When = Now == Phase::Root && O.WholeProgram ? Phase::Root
           : Now == Phase::Request || Service   ? Phase::Request
                                                : Phase::Background;
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
  ValueSet Returned;
  bool New = Entry != None;
  callValue(Ctx, V, handedTo(Ctx, C, V, Spec, Run), {}, When, New ? None : Ctx,
            New ? None : Call, C.Loc, Entry, Returned);
  if (Run == RunKind::Inline || Run == RunKind::Async || Run == RunKind::Once)
    Result.merge(Returned);
}

} // namespace factor6
