//===- ClientWaits.cpp ----------------------------------------------------===//
#include "rules/ClientWaits.h"

#include "derive/Bodies.h"

namespace factor6 {

namespace {

/// What the callable carries shows that the client still waits for it: the
/// response, the connection, a promise, a callback, the per-request object.
class ClientWaits {
public:
  ClientWaits(const RuleContext &C, const CallEvent &E)
      : C(C), E(E), T(C.I.types()), P(C.program()), B(bodyOf(C, E)) {
    const CallFact &Call = callOf(C, E);
    for (size_t A = 0; A < Call.Args.size(); ++A)
      Yes |= !ofProcess(E, A) &&
             (node(Call.Args[A], 0) || (A > 0 && callback(Call.Args[A])));
    std::set<Id> Seen;
    for (size_t A = 0; A < E.Args.size(); ++A)
      Yes |=
          accepted(A) ||
          (!llvm::any_of(E.ArgLocs[A], [&](Id L) { return C.I.survivor(L); }) &&
           ((integer(typeOf(Call.Args[A])) && descriptor(E.Args[A])) ||
            socket(E.Args[A], Seen, 0)));
    for (const ValueSet &Arg : E.Args)
      Yes |= continues(Arg, 0);
    Yes |= oneForEach(E);
  }
  bool Yes = false;

private:
  /// A callable that leads back to a client, itself or in an object of its own.
  bool continues(const ValueSet &V, unsigned Depth) const {
    return Depth < 4 && llvm::any_of(V, [&](const Value &X) {
             if (X.Kind == ValueKind::Closure)
               return llvm::any_of(C.I.closure(X.A).Captured,
                                   [&](const auto &Captured) {
                                     const Entity &V = P.entity(Captured.first);
                                     return carrier(V) ||
                                            continues(
                                                C.I.contents(Captured.second),
                                                Depth + 1);
                                   }) ||
                      talks(C.I.closure(X.A).Function, 0);
             if (X.Kind == ValueKind::Bound)
               return llvm::any_of(
                          C.I.bound(X.A).Args,
                          [&](const ValueSet &A) {
                            return llvm::any_of(A, [&](const Value &Y) {
                              return Y.Kind == ValueKind::Ref &&
                                     role(T.role(C.I.loc(Y.A).TypeId));
                            });
                          }) ||
                      llvm::any_of(C.I.bound(X.A).Targets, [&](const Value &F) {
                        return F.Kind == ValueKind::Func && talks(F.A, 0);
                      });
             // `start(worker, job)`, where start() calls pthread_create()
             if (X.Kind == ValueKind::Func)
               return talks(X.A, 0);
             return X.Kind == ValueKind::Ref && !C.I.survivor(X.A) &&
                    continues(C.I.resolved(X.A), Depth + 1);
           });
  }
  /// `this` of a service: lives on, whoever waits.
  bool ofProcess(const CallEvent &E, size_t A) const {
    Id N = callOf(C, E).Args[A];
    return N != None && B.Nodes[N].Kind == NodeKind::This &&
           A < E.ArgLocs.size() && !E.ArgLocs[A].empty() &&
           llvm::all_of(E.ArgLocs[A], [&](Id L) { return C.I.survivor(L); });
  }
  /// `thread(serve, client)`, `thread(serve, ref(client))`: what accept() gave
  /// in this function, be it kept in a variable from before the loop.
  bool accepted(size_t A) const {
    Id N = callOf(C, E).Args[A];
    while (N != None) { // `(void *)p`, std::ref
      const Node &X = B.Nodes[N];
      if (X.Kind == NodeKind::Cast) {
        N = X.Ops[0];
        continue;
      }
      if (X.Kind != NodeKind::Call)
        break;
      const CallFact &Inner = B.Calls[X.Ref];
      const FunctionModel *M = C.I.model(Inner, B);
      N = M && M->Returns == Origin::Argument && Inner.Args.size() == 1
              ? Inner.Args[0]
              : None;
    }
    auto Place = [&](Id X) { // a variable or member
      return X != None && (B.Nodes[X].Kind == NodeKind::Var ||
                           B.Nodes[X].Kind == NodeKind::Field)
                 ? B.Nodes[X].Ref
                 : None;
    };
    Id Kept = Place(N);
    // `int *p = new int; *p = client;`
    if (Kept != None && T.pointerLike(B.Nodes[N].TypeId))
      for (const Stmt &S : B.Stmts)
        if (S.Kind == StmtKind::Store && S.A != None &&
            B.Nodes[S.A].Kind == NodeKind::Deref &&
            Place(B.Nodes[S.A].Ops[0]) == Kept && Place(S.B) != None) {
          Kept = Place(S.B);
          break;
        }
    if (Kept == None)
      return false;
    for (Id X = 0; X < E.StmtIndex; ++X) // answered, and gone
      if (B.Stmts[X].Kind == StmtKind::Call)
        if (const CallFact &Call = B.Calls[B.Stmts[X].A];
            hasWord(Call.Name, {"close", "shutdown"}) && !Call.Args.empty() &&
            Place(Call.Args[0]) == Kept &&
            regionsAround(B, E.StmtIndex).count(B.Stmts[X].Region))
          return false;
    return llvm::any_of(B.Stmts, [&](const Stmt &S) {
      if (S.Kind != StmtKind::Store || S.B == None || Place(S.A) != Kept ||
          B.Nodes[S.B].Kind != NodeKind::Call)
        return false;
      const FunctionModel *M = C.I.model(B.Calls[B.Nodes[S.B].Ref], B);
      return M && M->accepts();
    });
  }
  /// It reads what a client sends.
  bool receives(Id Function, unsigned Depth) const {
    const FunctionBody *Body = C.I.body(Function);
    return Body && Depth < 4 &&
           llvm::any_of(Body->Calls, [&](const CallFact &Call) {
             const FunctionModel *M = C.I.model(Call, *Body);
             bool Fills = M && llvm::any_of(M->OutArgs, [](const auto &Out) {
                            return Out.second == Origin::Request;
                          });
             return (M && (Fills || M->JobSource) &&
                     M->Returns != Origin::Descriptor) ||
                    (Call.Callee != None && receives(Call.Callee, Depth + 1));
           });
  }
  /// A thread that receives, started where the loop has accepted and received
  /// nothing yet: the connection's, by whatever way it finds the descriptor.
  bool oneForEach(const CallEvent &E) const {
    bool Thread =
        llvm::any_of(E.Model->Callables, [&](const CallableSpec &Spec) {
          int Arg = callOf(C, E).fromEnd(Spec.Arg);
          return Spec.Run == RunKind::Thread && Arg >= 0 &&
                 size_t(Arg) < E.Args.size() &&
                 llvm::any_of(E.Args[Arg], [&](const Value &X) {
                   return X.Kind == ValueKind::Func && receives(X.A, 0);
                 });
        });
    if (!Thread)
      return false;
    // `int fd = accept(...); startThread(fd);`, one function up
    const Activation &Here = C.I.activations()[E.Ctx];
    return accepts(B, regionsAround(B, E.StmtIndex), true) ||
           (!Here.Callers.empty() &&
            llvm::all_of(Here.Callers, [&](const auto &Caller) {
              return Caller.Caller != None &&
                     accepts(
                         *C.I.body(C.I.activations()[Caller.Caller].Function),
                         {}, false);
            }));
  }
  /// The function, or the loops of it among \p Around, accepts and receives
  /// nothing itself.
  bool accepts(const FunctionBody &Body, const std::set<Id> &Around,
               bool InLoop) const {
    bool Accepts = false, Reads = false;
    auto SharesLoop = [&](Id R) {
      return R != None && Around.count(R) &&
             Body.Regions[R].Kind == RegionKind::Loop;
    };
    for (Id N = 0; N < Body.Stmts.size(); ++N) {
      if (Body.Stmts[N].Kind != StmtKind::Call ||
          (InLoop && !llvm::any_of(regionsAround(Body, N), SharesLoop)))
        continue;
      const FunctionModel *M = C.I.model(Body.Calls[Body.Stmts[N].A], Body);
      if (M && M->JobSource)
        (M->accepts() ? Accepts : Reads) = true;
    }
    return Accepts && !Reads;
  }
  /// `thread(pump, stream, send)`: the task is given how to answer.
  bool callback(Id N) const {
    if (N == None || B.Nodes[N].Kind != NodeKind::Var ||
        !hasWord(P.entity(B.Nodes[N].Ref).Name,
                 {"send", "write", "reply", "respond", "answer", "response",
                  "callback", "cb", "done"}))
      return false;
    Id V = T.value(B.Nodes[N].TypeId);
    if (V == None || P.type(V).Kind != TypeKind::Pointer ||
        P.type(V).Args.empty())
      return false;
    Id To = P.type(V).Args[0];
    return To != None && P.type(To).Kind == TypeKind::Function;
  }
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
    for (Id F : P.entity(R).Members) {
      const Entity &Member = P.entity(F);
      if (carrier(Member) ||
          (hasWord(Member.Name, {"client"}) &&
           (T.pointerLike(Member.TypeId) || integer(Member.TypeId))))
        return true;
    }
    // `class Login : public Task { void runTask() override; }`
    return !P.entity(R).has(EF_Lambda) &&
           llvm::any_of(P.Methods[R], [&](Id Method) {
             const Entity &M = P.entity(Method);
             bool Run =
                 M.Name == "operator()" || llvm::any_of(M.Bases, [&](Id Base) {
                   return !P.entity(Base).has(EF_Project);
                 });
             return Run && !M.has(EF_Dtor) && talks(Method, 0);
           });
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
  /// A request of its own, to somebody else.
  bool madeThere(const FunctionBody &Body, Id N) const {
    while (Body.Nodes[N].Kind == NodeKind::Deref &&
           Body.Nodes[N].Ops[0] != None)
      N = Body.Nodes[N].Ops[0];
    if (Body.Nodes[N].Kind == NodeKind::Call) // `request->`
      if (const CallFact &Arrow = Body.Calls[Body.Nodes[N].Ref];
          Arrow.Name == "operator->" && Arrow.Receiver != None)
        N = Arrow.Receiver;
    return llvm::any_of(Body.Stmts, [&](const Stmt &S) {
      if (S.Kind != StmtKind::Store || S.B == None ||
          Body.Nodes[N].Kind != NodeKind::Var ||
          !isVariable(Body, S.A, Body.Nodes[N].Ref) ||
          Body.Nodes[S.B].Kind != NodeKind::Call)
        return false;
      const FunctionModel *M = C.I.model(Body.Calls[Body.Nodes[S.B].Ref], Body);
      return M && M->Returns == Origin::Fresh;
    });
  }
  /// A socket that the function itself makes: `StreamSocket relay(address);`
  bool ownLocal(const FunctionBody &Body, Id N) const {
    if (Body.Nodes[N].Kind != NodeKind::Var)
      return false;
    const Entity &V = P.entity(Body.Nodes[N].Ref);
    return V.Store == Storage::Local && V.Parent == Body.Function &&
           !T.reference(V.TypeId) && !T.pointerLike(V.TypeId) &&
           llvm::any_of(Body.Calls, [&](const CallFact &Call) {
             return (Call.Flags & CF_Construct) && Call.Receiver != None &&
                    isVariable(Body, Call.Receiver, Body.Nodes[N].Ref) &&
                    llvm::none_of(Call.Args, [&](Id A) {
                      return A != None &&
                             role(T.role(T.target(Body.Nodes[A].TypeId)));
                    });
           });
  }
  /// A member of a client class: its other end is a service.
  bool toService(const FunctionBody &Body, Id N) const {
    return Body.Nodes[N].Kind == NodeKind::Field &&
           C.I.clientClass(P.entity(Body.Nodes[N].Ref).Parent);
  }
  /// What is called with a connection's object, or on it, talks to the client.
  bool addresses(const FunctionBody &Body, const CallFact &Call) const {
    const FunctionModel *M = C.I.model(Call, Body);
    if (M && M->Answers)
      return true;
    auto Connection = [&](Id N) {
      return N != None && role(T.role(T.target(Body.Nodes[N].TypeId))) &&
             !madeThere(Body, N) && !toService(Body, N) && !ownLocal(Body, N);
    };
    if (Call.Flags & CF_Construct) // `Session(std::move(socket))`
      return llvm::any_of(Call.Args, Connection);
    if (Call.Receiver != None)
      return !(Call.Flags & CF_ConstMethod) && Connection(Call.Receiver);
    return M && M->Hosts.empty() && !M->Waits && !M->Removes &&
           llvm::any_of(Call.Args, Connection);
  }
  /// `waiter.callback(error)`: who asked is told.
  bool answers(const FunctionBody &Body, const CallFact &Call) const {
    const Node *Callee =
        Call.CalleeNode == None ? nullptr : &Body.Nodes[Call.CalleeNode];
    if (!Callee && Call.Name == "operator()" && Call.Receiver != None)
      Callee = &Body.Nodes[Call.Receiver];
    return Callee && Callee->Kind == NodeKind::Field &&
           carrier(P.entity(Callee->Ref));
  }
  /// The code that runs later talks to the client.
  bool talks(Id Function, unsigned Depth) const {
    const FunctionBody *Body = C.I.body(Function);
    if (!Body || Depth > 2)
      return false;
    for (const CallFact &Call : Body->Calls) {
      if (addresses(*Body, Call) || answers(*Body, Call))
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
      // `spawn(executor, session(std::move(socket)))`: the coroutine's own.
      bool Coroutine =
          Inner.Callee != None && P.entity(Inner.Callee).has(EF_Coroutine);
      if (Coroutine && talks(Inner.Callee, 0))
        return true;
      if (Coroutine || (M && (M->Bind || M->Returns == Origin::Argument)))
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
  const CallEvent &E;
  const Types &T;
  const Program &P;
  const FunctionBody &B;
};

} // namespace

bool clientWaits(const RuleContext &C, const CallEvent &E) {
  return ClientWaits(C, E).Yes;
}

} // namespace factor6
