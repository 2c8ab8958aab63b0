//===- DeferredWork.cpp - factor6-deferred-work ---------------------------===//
#include "rules/Events.h"

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
    return false;
  }
  /// The code that runs later talks to the client.
  bool talks(Id Function, unsigned Depth) const {
    const FunctionBody *Body = C.I.body(Function);
    if (!Body || Depth > 2)
      return false;
    for (const CallFact &Call : Body->Calls) {
      if (Call.Receiver != None && !(Call.Flags & CF_ConstMethod) &&
          role(T.role(T.target(Body->Nodes[Call.Receiver].TypeId))))
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

bool clientWaits(const RuleContext &C, const CallEvent &E) {
  return ClientWaits(C, E).Yes;
}

/// A thread or future that the same function waits for.
bool waitedFor(const RuleContext &C, const CallEvent &E) {
  const FunctionBody &B = bodyOf(C, E);
  bool Waits = false, Detaches = false;
  for (const Stmt &S : B.Stmts) {
    if (S.Kind != StmtKind::Call)
      continue;
    const FunctionModel *M = C.I.model(B.Calls[S.A], B);
    if (!M)
      continue;
    Detaches |= M->Detaches;
    Waits |= M->Waits;
  }
  return Waits && !Detaches;
}

/// The call's result (or the object it constructs) is put away in something
/// that outlives the request.
bool keptInSurvivor(const RuleContext &C, const CallEvent &E) {
  Id Function = C.I.activations()[E.Ctx].Function;
  const Types &T = C.I.types();
  for (const Access &A : C.I.accesses()) {
    if (!A.Write || C.I.activations()[A.Ctx].Function != Function ||
        A.StmtIndex < E.StmtIndex)
      continue;
    Id TypeId = C.I.loc(A.Target).TypeId;
    Role R = T.role(TypeId), Element = T.elementRole(TypeId);
    if (R == Role::Future || Element == Role::Future || R == Role::Executor ||
        Element == Role::Executor)
      return true;
  }
  for (Id L : E.Receiver)
    if (C.I.survivor(L))
      return true;
  return false;
}

bool discardedTemporary(const RuleContext &C, const CallEvent &E) {
  return (callOf(C, E).Flags & CF_Discarded) != 0;
}

bool deferred(const RuleContext &C, const CallEvent &E, const CallableSpec &S) {
  switch (S.Run) {
  case RunKind::Async:
    // The future's destructor waits, so only a future that is kept defers.
    return !discardedTemporary(C, E) && keptInSurvivor(C, E);
  case RunKind::Thread: {
    if (waitedFor(C, E))
      return false;
    return !clientWaits(C, E);
  }
  case RunKind::Deferred:
  case RunKind::Timer:
    return !clientWaits(C, E) && !waitedFor(C, E);
  default:
    return false;
  }
}

void posts(const RuleContext &C, std::vector<Finding> &Out) {
  for (const CallEvent &E : C.I.events()) {
    if (E.When != Phase::Request || C.OneShot)
      continue;
    for (const CallableSpec &S : E.Model->Callables) {
      if (!deferred(C, E, S))
        continue;
      Finding F = C.start("deferred-work", E.At, Evidence::Request);
      F.Symbol = callOf(C, E).Name;
      std::string What =
          S.Run == RunKind::Thread ? "starts a thread that outlives the request"
          : S.Run == RunKind::Timer ? "parks work on a timer past the response"
          : S.Run == RunKind::Async ? "leaves a task running past the response"
                                    : "parks work in memory past the response";
      F.Message =
          "'" + F.Symbol + "' " + What +
          ": killing the process loses work that the client believes accepted";
      F.Hint = "put the work in a durable queue (AMQP, Kafka, Redis streams) "
               "before answering";
      F.Flows.push_back(
          C.flow(E.Ctx, E.At, "the work is handed over here", E.When));
      Out.push_back(std::move(F));
      break;
    }
  }
}

bool autoAck(const RuleContext &C, const CallEvent &E) {
  const FunctionModel &M = *E.Model;
  if (M.AutoAck)
    return true;
  if (M.AutoAckArg == ArgNone && M.AutoAckNames.empty())
    return false;
  if (M.AutoAckArg != ArgNone)
    if (std::optional<int64_t> N = number(C, E, M.AutoAckArg))
      return M.AutoAckMask ? (*N & M.AutoAckMask) != 0 : *N != 0;
  const FunctionBody &B = bodyOf(C, E);
  for (Id A : callOf(C, E).Args) {
    // AMQP::noack, also or-ed with other flags.
    std::vector<Id> Work = {A};
    while (!Work.empty()) {
      Id N = Work.back();
      Work.pop_back();
      if (N == None)
        continue;
      const Node &X = B.Nodes[N];
      if (X.Kind == NodeKind::Var)
        for (const std::string &Name : M.AutoAckNames)
          if (C.program().entity(X.Ref).QualifiedName == Name)
            return true;
      Work.insert(Work.end(), X.Ops.begin(), X.Ops.end());
    }
  }
  return false;
}

void acknowledgements(const RuleContext &C, std::vector<Finding> &Out) {
  for (const CallEvent &E : C.I.events()) {
    if (dead(C, E) || !autoAck(C, E))
      continue;
    Finding F = C.start("deferred-work", E.At, Evidence::Request);
    F.Symbol = callOf(C, E).Name;
    F.Message = "'" + F.Symbol +
                "' consumes with automatic acknowledgement: the broker forgets "
                "a message before "
                "its work is done, and killing the process loses it";
    F.Hint = "acknowledge by hand when the work is done";
    F.Flows.push_back(C.flow(E.Ctx, E.At, "consumption starts here", E.When));
    Out.push_back(std::move(F));
  }
}

void queues(const RuleContext &C, std::vector<Finding> &Out) {
  for (const State &S : C.States) {
    std::optional<Evidence> E = C.evidence(S);
    if (!E || C.ruleOf(S) != MemoryRule::Deferred)
      continue;
    Finding F =
        C.start("deferred-work", C.program().entity(S.Declared).Loc, *E);
    F.Symbol = C.symbol(S.Declared);
    F.Message = "queue '" + F.Symbol +
                "' parks accepted work in process memory until another thread "
                "gets to it: killing "
                "the process loses it";
    F.Hint = "put the work in a durable queue (AMQP, Kafka, Redis streams) "
             "before answering";
    C.addWrites(F, S);
    Out.push_back(std::move(F));
  }
}

} // namespace

void deferredWork(const RuleContext &C, std::vector<Finding> &Out) {
  posts(C, Out);
  acknowledgements(C, Out);
  queues(C, Out);
}

} // namespace factor6
