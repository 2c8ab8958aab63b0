//===- Shown.cpp ----------------------------------------------------------===//
#include "derive/Shown.h"

#include "derive/Bodies.h"
#include "derive/Guards.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace factor6 {

bool Shown::onlyLogged(Id Declared) {
  Logs = false;
  return variable(Declared) && Logs;
}

bool Shown::onlyLogged(const FunctionBody &B, Id Call) {
  Logs = false;
  return flows(B, None, Call) && Logs;
}

bool Shown::variable(Id Declared) {
  auto [It, New] = Variables.try_emplace(Declared, true);
  if (!New)
    return It->second;
  for (const FunctionBody &B : P.Bodies) {
    bool Named = llvm::any_of(B.Nodes, [&](const Node &N) {
      return (N.Kind == NodeKind::Var || N.Kind == NodeKind::Field) &&
             N.Ref == Declared;
    });
    if (Named && !flows(B, Declared, None))
      return Variables[Declared] = false;
  }
  return true;
}

bool Shown::result(Id Function) {
  auto [It, New] = Results.try_emplace(Function, true);
  if (!New)
    return It->second;
  if (llvm::any_of(I.entries(), [&](const EntryPoint &E) {
        return E.Function == Function; // the client's answer
      }))
    return Results[Function] = false;
  bool Any = false;
  for (const FunctionBody &B : P.Bodies) {
    // Handed on, it is called by who knows whom.
    if (llvm::any_of(B.Nodes, [&](const Node &N) {
          return N.Kind == NodeKind::Func && N.Ref == Function;
        }))
      return Results[Function] = false;
    for (Id C = 0; C < B.Calls.size(); ++C)
      if (B.Calls[C].Callee == Function) {
        Any = true;
        if (!flows(B, None, C))
          return Results[Function] = false;
      }
  }
  return Results[Function] = Any;
}

/// Where the value is put.
bool Shown::into(const FunctionBody &B, Id Node) {
  while (Node != None) {
    const factor6::Node &N = B.Nodes[Node];
    if (N.Kind == NodeKind::Object) // goes on with what is made of it
      return true;
    if (N.Kind == NodeKind::Cast) {
      Node = N.Ops[0];
    } else if (Id Left = streamedInto(B, Node); Left != None) {
      Node = Left; // a << b << c
    } else {
      break;
    }
  }
  if (Node == None)
    return false;
  const factor6::Node &N = B.Nodes[Node];
  // `void motd(std::string &_return)`: the caller gets it.
  if (N.Kind == NodeKind::Var && P.entity(N.Ref).Store == Storage::Param &&
      I.types().reference(P.entity(N.Ref).TypeId) &&
      (I.types().stringLike(N.TypeId) || I.types().scalar(N.TypeId)))
    return false;
  // A file that is no log keeps it.
  if (I.types().fileStream(N.TypeId))
    return false;
  return (N.Kind == NodeKind::Field || N.Kind == NodeKind::Var) &&
         P.entity(N.Ref).has(EF_Project) && variable(N.Ref);
}

/// `std::thread(&Server::serve, this, client, number)`: what becomes of the
/// number there.
bool Shown::handsOver(const FunctionBody &B, const CallFact &C,
                      const FunctionModel &M, const std::set<Id> &Carries) {
  int At = M.Callables.front().Arg;
  if (M.Callables.size() != 1 || At < 0 || size_t(At) >= C.Args.size())
    return false;
  Id N = C.Args[At];
  while (N != None && B.Nodes[N].Kind != NodeKind::Func)
    N = B.Nodes[N].Ops.size() == 1 ? B.Nodes[N].Ops[0] : None;
  if (N == None || !I.body(B.Nodes[N].Ref))
    return false;
  const Entity &F = P.entity(B.Nodes[N].Ref);
  const bool Member = F.Parent != None && !F.has(EF_Static);
  for (size_t A = 0; A < C.Args.size(); ++A) {
    if (C.Args[A] == None || !Carries.count(C.Args[A]))
      continue;
    size_t Before = size_t(At) + 1 + (Member ? 1 : 0);
    if (A < Before || A - Before >= F.Params.size() ||
        !variable(F.Params[A - Before]))
      return false;
  }
  return true;
}

/// The value goes into a call: to a log, or on from there.
bool Shown::passes(const FunctionBody &B, Id Call,
                   const std::set<Id> &Carries) {
  const CallFact &C = B.Calls[Call];
  if (!I.observedBy(B, Call)) {
    Logs = true;
    return true;
  }
  if (C.Callee != None && I.body(C.Callee)) {
    const std::vector<Id> &Params = P.entity(C.Callee).Params;
    for (size_t A = 0; A < C.Args.size(); ++A)
      if (C.Args[A] != None && Carries.count(C.Args[A]) &&
          (A >= Params.size() || !variable(Params[A])))
        return false;
    return C.Receiver == None || !Carries.count(C.Receiver) ||
           (C.Flags & (CF_ConstMethod | CF_Construct)) != 0;
  }
  bool Given =
      llvm::any_of(C.Args, [&](Id A) { return A != None && Carries.count(A); });
  if (const FunctionModel *M = I.model(C, B); // `std::bind(&Server::send, n)`
      Given && M && (M->Bind || !M->Callables.empty()))
    return !M->Bind && handsOver(B, C, *M, Carries);
  if (C.Flags & (CF_Construct | CF_Destroy))
    return true;
  if (Given && C.Receiver != None) // `text << mark`, `all.append(mark)`
    return !(C.Flags & CF_ConstMethod) ? into(B, C.Receiver) : true;
  if (Given && C.Name == "operator<<" && !C.Args.empty())
    return into(B, C.Args[0]);
  return C.Callee != None && !(Given && (C.Flags & CF_Discarded)) &&
         llvm::StringRef(P.entity(C.Callee).QualifiedName).starts_with("std::");
}

/// All that a body does with the variable, or with what the call yields.
bool Shown::flows(const FunctionBody &B, Id Declared, Id Call) {
  std::set<Id> Carries;
  for (Id N = 0; N < B.Nodes.size(); ++N) {
    const Node &X = B.Nodes[N];
    bool Is = Declared != None
                  ? (X.Kind == NodeKind::Var || X.Kind == NodeKind::Field) &&
                        X.Ref == Declared
                  : (X.Kind == NodeKind::Call || X.Kind == NodeKind::Object) &&
                        X.Ref == Call;
    bool Of = X.Kind != NodeKind::Field && X.Kind != NodeKind::Var &&
              llvm::any_of(X.Ops, [&](Id Op) { return Carries.count(Op); });
    if ((X.Kind == NodeKind::Call || X.Kind == NodeKind::Object) &&
        X.Ref != None) {
      const CallFact &C = B.Calls[X.Ref];
      // What the project's own code yields is followed there.
      if (C.Callee == None || !I.body(C.Callee))
        Of |= (C.Receiver != None && Carries.count(C.Receiver)) ||
              llvm::any_of(C.Args,
                           [&](Id A) { return A != None && Carries.count(A); });
    }
    if (Is || Of)
      Carries.insert(N);
    if (X.Kind == NodeKind::Addr && Of) // who knows what becomes of it
      return false;
  }
  if (Declared != None)
    for (const auto &List : B.CaptureLists)
      for (const Capture &C : List)
        if (C.Init != None && Carries.count(C.Init))
          return false;
  auto Carried = [&](Id N) { return N != None && Carries.count(N) != 0; };
  // `if (limiter.allow(peer))`: what a call yields goes nowhere else.
  if (Declared == None && !(B.Calls[Call].Flags & CF_Discarded) &&
      llvm::none_of(B.Stmts, [&](const Stmt &S) {
        const CallFact *C =
            S.Kind == StmtKind::Call && S.A != Call ? &B.Calls[S.A] : nullptr;
        return (C &&
                (Carried(C->Receiver) || llvm::any_of(C->Args, Carried))) ||
               (S.Kind == StmtKind::Store && Carried(S.B)) ||
               (S.Kind == StmtKind::Return && Carried(S.A));
      })) {
    Id At = statementOf(B, Call);
    if (At == None || !guardsOnlyLogging(
                          I, B, At, [&](Id Target) { return into(B, Target); }))
      return false;
  }
  for (Id At = 0; At < B.Stmts.size(); ++At) {
    const Stmt &S = B.Stmts[At];
    switch (S.Kind) {
    case StmtKind::Read:
      if (S.UseOf != Use::Condition || !Carried(S.A))
        break;
      // `if (rate > peak) peak = rate;`
      if (!guardsOnlyLogging(I, B, At,
                             [&](Id Target) { return into(B, Target); }))
        return false;
      Logs = true;
      break;
    case StmtKind::Store:
      if (Carried(S.B) && !into(B, S.A))
        return false;
      break;
    case StmtKind::Return:
      if (Carried(S.A) && !result(B.Function))
        return false;
      break;
    case StmtKind::Call: {
      const CallFact &C = B.Calls[S.A];
      if ((Carried(C.Receiver) || llvm::any_of(C.Args, Carried)) &&
          !(Declared == None && S.A == Call) && !passes(B, S.A, Carries))
        return false;
      // `std::string copy(mark)`; a constructor of ours is followed.
      if ((C.Flags & CF_Construct) && (C.Callee == None || !I.body(C.Callee)))
        if (llvm::any_of(C.Args, Carried) && C.Receiver != None &&
            !into(B, C.Receiver))
          return false;
      break;
    }
    default:
      break;
    }
  }
  return true;
}

} // namespace factor6
