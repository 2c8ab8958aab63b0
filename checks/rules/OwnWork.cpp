//===- OwnWork.cpp --------------------------------------------------------===//
#include "rules/OwnWork.h"

#include "derive/Bodies.h"
#include "derive/Types.h"

namespace factor6 {

bool callable(const ValueSet &V) {
  return V.has(ValueKind::Closure) || V.has(ValueKind::Func) ||
         V.has(ValueKind::Bound);
}

bool waitsHere(const RuleContext &C, const FunctionBody &B, Id After) {
  const Id First = After == None ? None : blockOf(B, After);
  std::set<Id> Later; // blocks
  if (First != None)
    Later = blocksBehind(B, {First});
  // Not on another branch: `if (remind) { start(); } else { wait(); }`
  auto Reached = [&](Id S) {
    Id K = First == None ? None : blockOf(B, S);
    return K == None || Later.count(K) || (K == First && S > After);
  };
  bool Waits = false, Detaches = false;
  for (Id S = 0; S < B.Stmts.size(); ++S) {
    if (B.Stmts[S].Kind != StmtKind::Call)
      continue;
    const FunctionModel *M = C.I.model(B.Calls[B.Stmts[S].A], B);
    if (!M)
      continue;
    Detaches |= M->Detaches;
    Waits |= M->Waits && Reached(S);
  }
  return Waits && !Detaches;
}

namespace {

/// Whatever the function calls, directly or not, opens a connection somewhere.
bool connects(const RuleContext &C, Id Function, unsigned Depth) {
  const FunctionBody *B = C.I.body(Function);
  return B && Depth < 4 && llvm::any_of(B->Calls, [&](const CallFact &Call) {
           const FunctionModel *M = C.I.model(Call, *B);
           return (M && !M->Hosts.empty()) ||
                  (Call.Callee != None && connects(C, Call.Callee, Depth + 1));
         });
}

/// All that the function does with the project's own code is to connect, by
/// name and by effect: `[this] { reconnect(); }`. Objects may be made for it.
bool onlyConnects(const RuleContext &C, Id Function) {
  const FunctionBody *B = C.I.body(Function);
  if (!B)
    return false;
  auto Named = [&](Id F) {
    return hasWord(C.program().entity(F).Name, {"connect", "reconnect"}) &&
           connects(C, F, 0);
  };
  if (Named(Function))
    return true;
  bool Any = false;
  for (const CallFact &Call : B->Calls)
    if (Call.Callee != None && C.I.body(Call.Callee) &&
        !(Call.Flags & (CF_Construct | CF_Destroy))) {
      if (!Named(Call.Callee))
        return false;
      Any = true;
    }
  return Any;
}

/// All that the function does is to work for an executor, or to end it:
/// `[&] { io.run(); }`, `bind(&EventLoop::quit, loop)`.
constexpr llvm::StringRef Works[] = {"run",      "join", "exec", "loop",
                                     "dispatch", "quit", "stop", "exit"};
bool onlyExecutes(const RuleContext &C, Id Function) {
  const Types &T = C.I.types();
  const FunctionBody *B = C.I.body(Function);
  return B && !B->Calls.empty() &&
         llvm::all_of(B->Calls, [&](const CallFact &Call) {
           if (Call.Receiver == None)
             return false;
           Id Of = T.target(B->Nodes[Call.Receiver].TypeId);
           return T.role(Of) == Role::Executor && !T.ownRecord(Of) &&
                  hasWord(Call.Name, Works);
         });
}

/// The same, where a member of the executor itself is what is called.
bool boundToExecutor(const RuleContext &C, const CallEvent &E) {
  const FunctionBody &B = bodyOf(C, E);
  auto Target = [&](Id N) {
    for (unsigned Depth = 0; N != None && Depth < 8; ++Depth) {
      const Node &X = B.Nodes[N];
      bool Calls = X.Kind == NodeKind::Call ||
                   (X.Kind == NodeKind::Object && X.Ref != None);
      if (Calls && !B.Calls[X.Ref].Args.empty())
        N = B.Calls[X.Ref].Args[0];
      else if (X.Kind != NodeKind::Func && !Calls && !X.Ops.empty())
        N = X.Ops[0];
      else
        return X.Kind == NodeKind::Func ? X.Ref : None;
    }
    return None;
  };
  return llvm::any_of(callOf(C, E).Args, [&](Id A) {
    Id F = Target(A);
    return F != None && !C.program().entity(F).has(EF_Project) &&
           hasWord(C.program().entity(F).Name, Works) &&
           C.I.types().recordRole(C.program().entity(F).Parent) ==
               Role::Executor;
  });
}

/// Ends a connection that has been idle for too long, by name and by effect.
bool endsIdle(const RuleContext &C, Id Function, unsigned Depth, bool Named) {
  const FunctionBody *B = C.I.body(Function);
  if (!B || Depth > 3)
    return false;
  Named |= hasWord(C.program().entity(Function).Name,
                   {"timeout", "idle", "inactive", "inactivity"});
  const Types &T = C.I.types();
  auto Stores = [&](const CallFact &Call) {
    const FunctionModel *M = C.I.model(Call, *B);
    return M && M->Backing &&
           (Call.Receiver == None ||
            T.role(T.target(B->Nodes[Call.Receiver].TypeId)) !=
                Role::ConnectionObject);
  };
  if (llvm::any_of(B->Calls, Stores))
    return false;
  return llvm::any_of(B->Calls, [&](const CallFact &Call) {
    bool OfTable = Call.Receiver != None &&
                   T.container(T.target(B->Nodes[Call.Receiver].TypeId)) &&
                   !T.stringLike(B->Nodes[Call.Receiver].TypeId);
    return (Named && (hasWord(Call.Name, {"close", "disconnect", "stop",
                                          "shutdown", "kick"}) ||
                      (OfTable && hasWord(Call.Name, {"erase", "remove"})))) ||
           (Call.Callee != None && endsIdle(C, Call.Callee, Depth + 1, Named));
  });
}
bool onlyEndsIdle(const RuleContext &C, Id Function) {
  return endsIdle(C, Function, 0, false);
}

bool each(const RuleContext &C, const CallEvent &E,
          bool (*Is)(const RuleContext &, Id)) {
  bool Any = false;
  for (const ValueSet &Arg : E.Args)
    if (callable(Arg)) {
      Id Function = C.I.functionOf(Arg);
      if (Function == None || !Is(C, Function))
        return false;
      Any = true;
    }
  return Any;
}

} // namespace

bool upkeep(const RuleContext &C, const CallEvent &E) {
  return each(C, E, onlyConnects) || each(C, E, onlyExecutes) ||
         boundToExecutor(C, E) || each(C, E, onlyEndsIdle);
}

bool ofOwnObject(const RuleContext &C, const CallEvent &E) {
  const Activation &A = C.I.activations()[E.Ctx];
  const FunctionBody &B = bodyOf(C, E);
  Id Class = C.program().entity(B.Function).Parent;
  if (Class == None || A.This.empty() ||
      llvm::any_of(A.This, [&](Id L) { return C.I.survivor(L); }))
    return false;
  auto OnlyThis = [&](const ValueSet &V) {
    return llvm::all_of(V, [&](const Value &X) {
      return X.Kind != ValueKind::Closure || C.I.closure(X.A).Captured.empty();
    });
  };
  for (size_t N = 0; N < E.Args.size(); ++N) {
    Id Node = callOf(C, E).Args[N];
    bool This = Node != None && B.Nodes[Node].Kind == NodeKind::This;
    if (!This && !(callable(E.Args[N]) && OnlyThis(E.Args[N])))
      return false;
  }
  return llvm::any_of(C.program().Methods[Class], [&](Id Method) {
    const FunctionBody *Body = C.I.body(Method);
    return Body && waitsHere(C, *Body);
  });
}

} // namespace factor6
