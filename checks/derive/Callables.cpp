//===- Callables.cpp - Callables that are handed to other people's code ---===//
//
// What may be one: functions, lambdas, what std::bind makes, objects with a
// call operator, and objects whose methods other people's code calls.
//
//===----------------------------------------------------------------------===//
#include "derive/Interpreter.h"

namespace factor6 {

/// `std::bind(callable, arguments...)`
Value Interpreter::boundCallable(Id Ctx, Id Call) {
  const CallFact &C = body(Acts[Ctx].Function)->Calls[Call];
  BoundCallable Bound;
  for (Id A : C.Args)
    Bound.Args.push_back(values(Ctx, A));
  // `bind(&Class::member, object)`; `delegate(object, &Class::member)`
  size_t At = Bound.Args.size() > 1 && callablesIn(Bound.Args[0]).empty() &&
              !callablesIn(Bound.Args[1]).empty();
  if (At < Bound.Args.size()) {
    Bound.Targets = std::move(Bound.Args[At]);
    Bound.Args.erase(Bound.Args.begin() + At);
  }
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
      ValueSet Result = callFunction(Method, {Object}, {}, Phase::Request, None,
                                     None, None, F.Loc, E);
      if (!Model.EntryResult)
        continue;
      FunctionModel Made = Model; // a factory's handlers
      Made.EntryResult = false;
      for (Id L : refs(Result))
        if (L != Object)
          enterObject(L, Made);
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

/// An object is given to a library that nobody has modelled, or such a
/// library's loop runs on it: the methods that its class overrides are called
/// from there.
void Interpreter::enterOverriders(Id Ctx, const CallFact &C) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  if (C.Callee == None || (C.Flags & (CF_Construct | CF_Operator)))
    return;
  const Entity &Callee = P.entity(C.Callee);
  std::set<Id> Objects;
  auto Give = [&](Id L) {
    Objects.insert(L);
    for (Id Inner : refs(resolved(L))) // a smart pointer's
      Objects.insert(Inner);
  };
  for (Id A : C.Args)
    if (A != None)
      for (Id L : refs(bindTo(Ctx, None, A, true)))
        Give(L);
  const std::vector<std::string> Said = words(C.Name);
  static constexpr llvm::StringRef Runs[] = {"run",  "start", "serve", "exec",
                                             "loop", "poll",  "listen"};
  if (C.Receiver != None && !Said.empty() &&
      llvm::is_contained(Runs, Said.front()))
    for (Id L : baseLocs(Ctx, C.Receiver))
      Objects.insert(L);
  // Whose it is: the library's that is called, or an in-house one's.
  auto Theirs = [&](Id Method) {
    const Entity &F = P.entity(Method);
    return F.Parent != None && !body(Method) &&
           F.has(EF_Project) == Callee.has(EF_Project) &&
           !M.type(P.entity(F.Parent).QualifiedName) &&
           !llvm::StringRef(F.QualifiedName).starts_with("std::");
  };
  for (Id Object : Objects) {
    Id R = Locs[Object].Made == Phase::StartUp ? T.record(Locs[Object].TypeId)
                                               : None;
    if (R == None || !P.entity(R).has(EF_Project))
      continue;
    for (Id Class : T.withBases(R))
      for (Id Method : P.Methods[Class]) {
        const Entity &F = P.entity(Method);
        if (F.Bases.empty() || F.has(EF_Dtor) || !body(Method) ||
            !llvm::all_of(F.Bases, Theirs))
          continue;
        noteServer(C, B);
        Phase When = lifeCycle(F);
        callFunction(Method, {Object}, {},
                     When == Phase::Root ? Phase::Background : When, None, Ctx,
                     None, C.Loc, None);
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
  if (!Model)
    noteServer(C, B);
  CallableSpec Out;
  Out.Run = Starts                  ? RunKind::Thread
            : Now == Phase::Request ? RunKind::Complete
                                    : RunKind::Background;
  return Out;
}

/// What `SLOT(serve(int))` names, after a digit and before its parameters.
static llvm::StringRef slotName(llvm::StringRef Text) {
  return Text.ltrim("0123456789").split('(').first;
}

/// `connect(sender, SIGNAL(came()), parent(), SLOT(serve()))`: nobody knows
/// which object that is, but only one class has such a method.
void Interpreter::methodsOfAny(Id Ctx, Id Object, const ValueSet &Texts,
                               BoundCallable &Bound) {
  Id Static =
      Object == None
          ? None
          : T.record(T.target(body(Acts[Ctx].Function)->Nodes[Object].TypeId));
  if (Static == None || P.entity(Static).has(EF_Project))
    return;
  const std::string &Base = P.entity(Static).QualifiedName;
  for (const Value &V : Texts) {
    if (V.Kind != ValueKind::Str)
      continue;
    llvm::StringRef Name = slotName(Literals[V.A].Text);
    Id Only = None;
    unsigned Found = 0;
    for (const FunctionBody &B : P.Bodies) {
      const Entity &F = P.entity(B.Function);
      if (F.Name == Name && F.Parent != None &&
          llvm::is_contained(T.classNames(F.Parent), Base)) {
        Only = B.Function;
        ++Found;
      }
    }
    if (Found != 1)
      continue;
    Bound.Targets.insert({ValueKind::Func, Only, 0});
    for (Id L : receiversFor(P.entity(Only).Parent, Lifetime::Unknown))
      Bound.Args[0].insert(refTo(L));
  }
}

/// `connect(sender, SIGNAL(came()), object, SLOT(serve(int)))`: methods that a
/// text names, after a digit and before their parameters.
ValueSet Interpreter::namedMethods(Id Ctx, Id Call, const ValueSet &Texts,
                                   const CallableSpec &Spec) {
  const CallFact &C = body(Acts[Ctx].Function)->Calls[Call];
  Id Object = node(Ctx, C, Spec.ObjectArg);
  // `connect(sender, SIGNAL(came()), SLOT(serve()))`: the object itself
  if (Object != None &&
      T.scalar(T.target(body(Acts[Ctx].Function)->Nodes[Object].TypeId)))
    Object = None;
  LocSet Objects = Object == None ? LocSet() : refs(values(Ctx, Object));
  if (Objects.empty() && C.Receiver != None)
    Objects = baseLocs(Ctx, C.Receiver);
  BoundCallable Bound;
  Bound.Args.resize(1);
  for (const Value &V : Texts) {
    if (V.Kind != ValueKind::Str)
      continue;
    llvm::StringRef Name = slotName(Literals[V.A].Text);
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
    methodsOfAny(Ctx, Object, Texts, Bound);
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
    // `for_each(threads.begin(), threads.end(), join)`: what the threads run is
    // not run again.
    if (Role R = T.role(B.Nodes[C.Args[I]].TypeId);
        R == Role::Iterator || R == Role::Executor)
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

Id Interpreter::functionOf(const ValueSet &V) const {
  Id Function = None;
  for (const Value &X : V)
    Function = X.Kind == ValueKind::Func      ? X.A
               : X.Kind == ValueKind::Closure ? Closures[X.A].Function
               : X.Kind == ValueKind::Bound   ? functionOf(Bounds[X.A].Targets)
                                              : Function;
  return Function;
}

} // namespace factor6
