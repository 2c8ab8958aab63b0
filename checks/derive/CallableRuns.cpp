//===- CallableRuns.cpp - Callables that other people's code runs ---------===//
//
// When a callable runs that was handed over, and with which arguments; the
// entry point that it is.
//
//===----------------------------------------------------------------------===//
#include "derive/Interpreter.h"

namespace factor6 {

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

/// What an algorithm hands over: elements of what it is given, or else of the
/// container whose method it is (`guarded.withLock(change)`).
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
  if (Elements.empty() && C.Receiver != None)
    for (Id L : baseLocs(Ctx, C.Receiver))
      if (T.container(Locs[L].TypeId))
        Elements.insert(refTo(elemLoc(L, false, None)));
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
    // `void serve(int *counts)`: no reference, so the pointer is copied.
    auto CopiesPointer = [&](size_t Param) {
      return llvm::all_of(V, [&](const Value &X) {
        return X.Kind == ValueKind::Func &&
               Param < P.entity(X.A).Params.size() &&
               P.type(P.entity(P.entity(X.A).Params[Param]).TypeId).Kind ==
                   TypeKind::Pointer;
      });
    };
    for (size_t I = First + 1; I < C.Args.size(); ++I) {
      const FunctionBody &B = *body(Acts[Ctx].Function);
      bool Pointer =
          C.Args[I] != None && T.pointerLike(B.Nodes[C.Args[I]].TypeId);
      ValueSet A;
      if (Pointer) // a reference wrapper is unwrapped
        A = values(Ctx, C.Args[I]);
      if (A.empty() || Member || !CopiesPointer(I - First - 1))
        A.merge(bindTo(Ctx, None, C.Args[I], Threaded && !Member));
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
    // A connection to a service that start-up opens is no request's, nor is
    // what is said there.
    if (const FunctionModel *M = model(C, *body(Acts[Ctx].Function));
        Now == Phase::Background ||
        (M && M->Backing && Now == Phase::StartUp)) {
      When = Phase::Background;
      break;
    }
    [[fallthrough]];
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
