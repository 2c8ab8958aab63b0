//===- DeferredWork.cpp - factor6-deferred-work ---------------------------===//
#include "rules/Acknowledgements.h"
#include "rules/ClientWaits.h"
#include "rules/OwnWork.h"

#include "derive/Bodies.h"
#include "derive/Machinery.h"
#include "derive/Mechanisms.h"

namespace factor6 {

namespace {

/// ... or, if it returns one, whoever calls it.
bool waitedFor(const RuleContext &C, const CallEvent &E) {
  const FunctionBody &B = bodyOf(C, E);
  if (waitsHere(C, B, E.StmtIndex))
    return true;
  const Entity &F = C.program().entity(B.Function);
  if (C.I.types().role(F.TypeId) != Role::Future || F.has(EF_Coroutine))
    return false;
  bool Any = false;
  for (const auto &Caller : C.I.activations()[E.Ctx].Callers) {
    if (Caller.Caller == None)
      return false;
    Any = true;
    if (!waitsHere(C, *C.I.body(C.I.activations()[Caller.Caller].Function)))
      return false;
  }
  return Any;
}

/// What the callable has of its own: copies of values, by which nobody could
/// learn that it has run. (A promise, a latch or a reference could.)
bool onlyValues(const RuleContext &C, const CallEvent &E) {
  const FunctionBody &B = bodyOf(C, E);
  const Types &T = C.I.types();
  bool Lambda = false;
  for (Id A : callOf(C, E).Args) {
    if (A == None || B.Nodes[A].Kind != NodeKind::Lambda)
      continue;
    Lambda = true;
    for (const Capture &X : B.CaptureLists[B.Nodes[A].Value]) {
      Id TypeId =
          X.Variable == None ? None : C.program().entity(X.Variable).TypeId;
      if (TypeId == None || X.ByRef || T.reference(TypeId))
        return false;
      Role R = T.role(T.target(TypeId)); // the timer keeps itself
      if (R != Role::Executor && R != Role::Clock &&
          (T.pointerLike(TypeId) ||
           !(T.scalar(TypeId) || T.stringLike(TypeId))))
        return false;
    }
  }
  return Lambda && T.role(callOf(C, E).ResultType) != Role::Future;
}

/// `pending_.keep(std::async(...))`: handed to a function of the project's that
/// puts futures away in something that outlives the request.
bool givenToKeeper(const RuleContext &C, const CallEvent &E) {
  const FunctionBody &B = bodyOf(C, E);
  const Types &T = C.I.types();
  auto MadeOfIt = [&](Id N) {
    for (unsigned Depth = 0; N != None && Depth < 4; ++Depth) {
      const Node &X = B.Nodes[N];
      if ((X.Kind == NodeKind::Call || X.Kind == NodeKind::Object) &&
          X.Ref == E.Call)
        return true;
      if (X.Kind == NodeKind::Object && X.Ref != None &&
          B.Calls[X.Ref].Args.size() == 1)
        N = B.Calls[X.Ref].Args[0];
      else
        N = X.Kind == NodeKind::Cast && !X.Ops.empty() ? X.Ops[0] : None;
    }
    return false;
  };
  return llvm::any_of(B.Calls, [&](const CallFact &Call) {
    return Call.Callee != None && C.I.body(Call.Callee) &&
           llvm::any_of(Call.Args, MadeOfIt) &&
           llvm::any_of(C.I.accesses(), [&](const Access &A) {
             return A.Write && C.I.functionOf(A) == Call.Callee &&
                    T.elementRole(C.I.loc(A.Target).TypeId) == Role::Future;
           });
  });
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
  return givenToKeeper(C, E);
}

/// `new std::future(std::async(...))`: nobody's destructor waits.
bool leaked(const RuleContext &C, const CallEvent &E) {
  const FunctionBody &B = bodyOf(C, E);
  auto ThisCall = [&](Id N) {
    return N != None && B.Nodes[N].Kind == NodeKind::Call &&
           B.Nodes[N].Ref == E.Call;
  };
  for (const Node &N : B.Nodes)
    if (N.Kind == NodeKind::New && N.Ref != None &&
        llvm::any_of(B.Calls[N.Ref].Args, ThisCall))
      return true;
  for (const Stmt &S : B.Stmts) // made in place, without a constructor call
    if (S.Kind == StmtKind::Store && ThisCall(S.B) && S.A != None &&
        B.Nodes[S.A].Kind == NodeKind::Deref && B.Nodes[S.A].Ops[0] != None &&
        B.Nodes[B.Nodes[S.A].Ops[0]].Kind == NodeKind::New)
      return true;
  return false;
}

bool discardedTemporary(const RuleContext &C, const CallEvent &E) {
  return (callOf(C, E).Flags & CF_Discarded) != 0;
}

/// The response has been sent on the way to this call, and what is started is
/// not about the sending itself.
bool afterAnswer(const RuleContext &C, const CallEvent &E) {
  const FunctionBody &B = bodyOf(C, E);
  auto Answers = [&](const CallFact &Call) {
    const FunctionModel *M = C.I.model(Call, B);
    return M && M->Answers;
  };
  Id Receiver = callOf(C, E).Receiver;
  if (Receiver != None && B.Nodes[Receiver].Kind == NodeKind::Call &&
      Answers(B.Calls[B.Nodes[Receiver].Ref]))
    return false;
  std::set<Id> Around = regionsAround(B, E.StmtIndex);
  for (Id X = 0; X < E.StmtIndex; ++X)
    if (B.Stmts[X].Kind == StmtKind::Call && Answers(B.Calls[B.Stmts[X].A]) &&
        Around.count(B.Stmts[X].Region))
      return true;
  return false;
}

/// Whoever gets the task decides what becomes of it.
bool handedOn(const RuleContext &C, const CallEvent &E) {
  return C.I.types().role(callOf(C, E).ResultType) == Role::Future &&
         !discardedTemporary(C, E) && !keptInSurvivor(C, E);
}

/// `co_await timer.async_wait(token)`, `timer.async_wait(yield)`: goes on here,
/// and parks nothing.
bool awaited(const RuleContext &C, const CallEvent &E) {
  const FunctionBody &B = bodyOf(C, E);
  if (llvm::any_of(callOf(C, E).Args, [&](Id A) {
        Id R = A == None ? None : C.I.types().record(B.Nodes[A].TypeId);
        return R != None && hasWord(C.program().entity(R).Name, {"yield"});
      }))
    return true;
  return C.program().entity(bodyOf(C, E).Function).has(EF_Coroutine) &&
         !discardedTemporary(C, E) && llvm::none_of(E.Args, callable);
}

/// `post(strand_, [self] { self->write(); })`: waits for its turn at what the
/// tasks share, and goes on with the same request.
bool takesTurn(const RuleContext &C, const CallEvent &E) {
  const CallFact &Call = callOf(C, E);
  const FunctionBody &B = bodyOf(C, E);
  auto Serial = [&](Id N) {
    const ClassModel *M =
        N == None ? nullptr : C.I.types().model(B.Nodes[N].TypeId);
    return M && M->Serial;
  };
  return Serial(Call.Receiver) || (!Call.Args.empty() && Serial(Call.Args[0]));
}

/// `post(executor, std::bind(handler, error))`: tells whoever started the
/// operation how it went; or hands on what its caller gave it.
bool completesOperation(const RuleContext &C, const CallEvent &E) {
  const FunctionBody &B = bodyOf(C, E);
  auto Error = [&](Id N) {
    Id R = N == None ? None : C.I.types().record(B.Nodes[N].TypeId);
    return R != None && hasWord(C.program().entity(R).Name, {"error"});
  };
  auto Same = [&](Id N) { // `std::move(handler)`
    if (B.Nodes[N].Kind != NodeKind::Call)
      return false;
    const CallFact &Call = B.Calls[B.Nodes[N].Ref];
    const FunctionModel *M = C.I.model(Call, B);
    return M && M->Returns == Origin::Argument && Call.Args.size() == 1;
  };
  auto Given = [&](Id N) {
    while (N != None && Same(N))
      N = B.Calls[B.Nodes[N].Ref].Args[0];
    return N != None && B.Nodes[N].Kind == NodeKind::Var &&
           C.program().entity(B.Nodes[N].Ref).Store == Storage::Param;
  };
  // `timer.async_wait(std::move(self))`: the operation goes on.
  const bool Known = llvm::any_of(E.Args, callable);
  return llvm::any_of(callOf(C, E).Args, [&](Id A) {
    if (A == None || B.Nodes[A].Kind != NodeKind::Call)
      return false;
    if (!Known && Same(A) && Given(A))
      return true;
    const CallFact &Bound = B.Calls[B.Nodes[A].Ref];
    return Bound.Args.size() > 1 && Given(Bound.Args[0]) &&
           llvm::any_of(Bound.Args, Error);
  });
}

/// One more of the threads that start-up starts, too: a pool that grows. What
/// they take their work from is judged there.
bool alsoAtStartUp(const RuleContext &C, const CallEvent &E) {
  return llvm::any_of(C.I.events(), [&](const CallEvent &X) {
    return X.When == Phase::StartUp && X.Call == E.Call &&
           C.I.activations()[X.Ctx].Function ==
               C.I.activations()[E.Ctx].Function;
  });
}

/// `Async(...).Detach()`, `auto task = Async(...); std::move(task).Detach();`
bool detached(const RuleContext &C, const CallEvent &E) {
  const FunctionBody &B = bodyOf(C, E);
  auto Task = [&](Id N) {
    while (N != None && B.Nodes[N].Kind == NodeKind::Call &&
           B.Nodes[N].Ref != E.Call) {
      const CallFact &Move = B.Calls[B.Nodes[N].Ref];
      const FunctionModel *M = C.I.model(Move, B);
      N = M && M->Returns == Origin::Argument && Move.Args.size() == 1
              ? Move.Args[0]
              : None;
    }
    if (N == None || B.Nodes[N].Kind != NodeKind::Var)
      return N != None && B.Nodes[N].Kind == NodeKind::Call;
    return llvm::any_of(B.Stmts, [&](const Stmt &X) {
      return X.Kind == StmtKind::Store && isVariable(B, X.A, B.Nodes[N].Ref) &&
             X.B != None && B.Nodes[X.B].Kind == NodeKind::Call &&
             B.Nodes[X.B].Ref == E.Call;
    });
  };
  return llvm::any_of(B.Calls, [&](const CallFact &Call) {
    const FunctionModel *M = C.I.model(Call, B);
    return M && M->Detaches && Task(Call.Receiver);
  });
}

bool deferred(const RuleContext &C, const CallEvent &E, const CallableSpec &S) {
  switch (S.Run) {
  case RunKind::Async:
    // The future's destructor waits, so only a future that is kept defers.
    return detached(C, E) || leaked(C, E) ||
           (!discardedTemporary(C, E) && keptInSurvivor(C, E));
  case RunKind::Thread: {
    // A pool's own worker; what is put into its queue is judged there.
    Id Class = C.program().entity(bodyOf(C, E).Function).Parent;
    if (waitedFor(C, E) || (Class != None && isThreadPool(C.I, Class)) ||
        alsoAtStartUp(C, E))
      return false;
    return !upkeep(C, E) && !ofOwnObject(C, E) && !clientWaits(C, E);
  }
  case RunKind::Spawn:
    return discardedTemporary(C, E) && !clientWaits(C, E);
  case RunKind::Timer:
    if (awaited(C, E) || upkeep(C, E))
      return false;
    [[fallthrough]];
  case RunKind::Deferred:
    return !awaited(C, E) && !handedOn(C, E) && !takesTurn(C, E) &&
           !clientWaits(C, E) && !completesOperation(C, E) &&
           (onlyValues(C, E) || !waitedFor(C, E));
  case RunKind::Complete:
    return afterAnswer(C, E) && !clientWaits(C, E) && !waitedFor(C, E);
  default:
    return false;
  }
}

/// `threads_.emplace_back(work)` starts a thread.
bool startsThread(const RuleContext &C, const CallEvent &E) {
  const CallFact &Call = callOf(C, E);
  const FunctionBody &B = bodyOf(C, E);
  if (E.Model->How != "insert" || Call.Receiver == None ||
      C.I.types().elementRole(B.Nodes[Call.Receiver].TypeId) != Role::Executor)
    return false;
  return llvm::any_of(E.Args, callable);
}

/// `std::thread later(...); later.detach();`
void noteDetached(const RuleContext &C, const CallEvent &E, Finding &F) {
  const FunctionBody &B = bodyOf(C, E);
  Id Made = callOf(C, E).Receiver;
  if (Made == None || B.Nodes[Made].Kind != NodeKind::Var)
    return;
  for (const CallFact &Call : B.Calls) {
    const FunctionModel *M = C.I.model(Call, B);
    if (M && M->Detaches && Call.Receiver != None &&
        isVariable(B, Call.Receiver, B.Nodes[Made].Ref))
      F.Notes.push_back({C.place(Call.Loc), "it is left to itself here"});
  }
}

void posts(const RuleContext &C, std::vector<Finding> &Out) {
  for (const CallEvent &E : C.I.events()) {
    if (E.When != Phase::Request || C.OneShot)
      continue;
    if ((callOf(C, E).Flags & CF_Construct) && callOf(C, E).Args.empty())
      continue; // an empty `std::thread`
    std::vector<CallableSpec> Specs = E.Model->Callables;
    for (CallableSpec &S : Specs)
      S.Run = C.I.runOf(callOf(C, E), bodyOf(C, E), S);
    if (startsThread(C, E)) {
      CallableSpec Thread;
      Thread.Run = RunKind::Thread;
      Specs.push_back(Thread);
    }
    for (const CallableSpec &S : Specs) {
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
      if (S.Run == RunKind::Thread)
        noteDetached(C, E, F);
      Out.push_back(std::move(F));
      break;
    }
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
  earlyAcknowledgements(C, Out);
  queues(C, Out);
}

} // namespace factor6
