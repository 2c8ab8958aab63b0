//===- ClientWaits.cpp ----------------------------------------------------===//
#include "rules/ClientWaits.h"

namespace factor6 {

namespace {

/// What the callable carries shows that the client still waits for it: the
/// response, the connection, a promise, a callback, the per-request object.
class ClientWaits {
public:
  ClientWaits(const RuleContext &C, const CallEvent &E)
      : C(C), T(C.I.types()), P(C.program()), B(bodyOf(C, E)) {
    for (Id A : callOf(C, E).Args)
      Yes |= node(A, 0);
    std::set<Id> Seen;
    for (size_t A = 0; A < E.Args.size(); ++A)
      Yes |=
          !llvm::any_of(E.ArgLocs[A], [&](Id L) { return C.I.survivor(L); }) &&
          ((integer(typeOf(callOf(C, E).Args[A])) && descriptor(E.Args[A])) ||
           socket(E.Args[A], Seen, 0));
  }
  bool Yes = false;

private:
  bool role(Role R) const {
    return R == Role::RequestObject || R == Role::ConnectionObject ||
           R == Role::Future;
  }
  /// A variable or member that carries the answer.
  bool carrier(const Entity &V) const {
    Id Rec = T.record(T.target(V.TypeId));
    return role(T.role(V.TypeId)) ||
           (Rec != None &&
            hasWord(P.entity(Rec).Name, {"function", "closure"})) ||
           hasWord(V.Name, {"response", "resp", "res", "reply", "callback",
                            "cb", "done", "promise", "conn", "connection",
                            "stream", "ws", "socket"});
  }
  /// The job's own record has a member that does.
  bool record(Id TypeId) const {
    Id R = T.record(T.target(TypeId));
    if (R == None || !P.entity(R).has(EF_Project))
      return false;
    for (Id F : P.entity(R).Members)
      if (carrier(P.entity(F)))
        return true;
    for (Id Method : P.Methods[R])
      if (P.entity(Method).Name == "operator()" &&
          !P.entity(R).has(EF_Lambda) && talks(Method, 0))
        return true;
    return false;
  }
  Id typeOf(Id N) const { return N == None ? None : B.Nodes[N].TypeId; }
  bool integer(Id TypeId) const {
    Id V = T.value(TypeId);
    return V != None && P.type(V).Kind == TypeKind::Int;
  }
  /// A descriptor of this request's own: in an object, pointed to or captured.
  bool socket(const ValueSet &V, std::set<Id> &Seen, unsigned Depth) const {
    if (Depth > 3)
      return false;
    auto Held = [&](Id L) {
      if (C.I.survivor(L) || !Seen.insert(L).second)
        return false;
      return (integer(C.I.loc(L).TypeId) && descriptor(C.I.contents(L))) ||
             socket(C.I.contents(L), Seen, Depth + 1);
    };
    for (const Value &X : V) {
      if (X.Kind == ValueKind::Closure)
        for (auto [Variable, Cell] : C.I.closure(X.A).Captured)
          if (Held(Cell))
            return true;
      if (X.Kind != ValueKind::Ref || C.I.survivor(X.A))
        continue;
      if (Held(X.A))
        return true;
      for (Id Part = 0; Part < C.I.locCount(); ++Part)
        if (C.I.loc(Part).Kind == LocKind::Field &&
            C.I.loc(Part).Parent == X.A && Held(Part))
          return true;
    }
    return false;
  }
  bool descriptor(const ValueSet &V) const {
    ValueSet Numbers;
    for (const Value &X : V)
      if (X.Kind == ValueKind::From || X.Kind == ValueKind::Param)
        Numbers.insert(X);
    return (C.I.origins(Numbers) & (1u << unsigned(Origin::Descriptor))) != 0;
  }
  /// What is called with a connection's object, or on it, talks to the client.
  bool addresses(const FunctionBody &Body, const CallFact &Call) const {
    auto Connection = [&](Id N) {
      return N != None && role(T.role(T.target(Body.Nodes[N].TypeId)));
    };
    if (Call.Receiver != None)
      return !(Call.Flags & CF_ConstMethod) && Connection(Call.Receiver);
    const FunctionModel *M = C.I.model(Call, Body);
    return M && M->Hosts.empty() && !M->Waits && !M->Removes &&
           llvm::any_of(Call.Args, Connection);
  }
  /// The code that runs later talks to the client.
  bool talks(Id Function, unsigned Depth) const {
    const FunctionBody *Body = C.I.body(Function);
    if (!Body || Depth > 2)
      return false;
    for (const CallFact &Call : Body->Calls) {
      if (addresses(*Body, Call))
        return true;
      if (Call.Callee != None && talks(Call.Callee, Depth + 1))
        return true;
    }
    return false;
  }
  bool node(Id N, unsigned Depth) const {
    if (N == None || Depth > 5)
      return false;
    const Node &X = B.Nodes[N];
    if (role(T.role(X.TypeId)) || record(X.TypeId))
      return true;
    if (X.Kind == NodeKind::Lambda) {
      for (const Capture &Cap : B.CaptureLists[X.Value])
        if (Cap.Variable != None && (carrier(P.entity(Cap.Variable)) ||
                                     record(P.entity(Cap.Variable).TypeId)))
          return true;
      return talks(X.Ref, 0);
    }
    if (X.Kind == NodeKind::Func)
      return talks(X.Ref, 0);
    // `&job->work`: who has a part in place has the whole.
    if (X.Kind == NodeKind::Addr && X.Ops[0] != None &&
        B.Nodes[X.Ops[0]].Kind == NodeKind::Field)
      return record(B.Nodes[B.Nodes[X.Ops[0]].Ops[0]].TypeId);
    if (X.Kind == NodeKind::Call) {
      // A lambda turned into a function pointer, std::move, std::bind.
      const CallFact &Inner = B.Calls[X.Ref];
      const FunctionModel *M = C.I.model(Inner, B);
      if (llvm::StringRef(Inner.Name).starts_with("operator ") &&
          node(Inner.Receiver, Depth + 1))
        return true;
      if (M && (M->Bind || M->Returns == Origin::Argument))
        for (Id A : Inner.Args)
          if (node(A, Depth + 1))
            return true;
    }
    if (X.Kind == NodeKind::Object && X.Ref != None)
      for (Id A : B.Calls[X.Ref].Args)
        if (node(A, Depth + 1))
          return true;
    if (X.Kind == NodeKind::Field)
      return false; // a part of the request is not the request
    for (Id Op : X.Ops)
      if (node(Op, Depth + 1))
        return true;
    return false;
  }

  const RuleContext &C;
  const Types &T;
  const Program &P;
  const FunctionBody &B;
};

} // namespace

bool clientWaits(const RuleContext &C, const CallEvent &E) {
  return ClientWaits(C, E).Yes;
}

} // namespace factor6
