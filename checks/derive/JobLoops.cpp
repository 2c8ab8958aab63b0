//===- JobLoops.cpp - Loops that take one job after the other -------------===//
#include "derive/Bodies.h"
#include "derive/Interpreter.h"

namespace factor6 {

namespace {

/// The argument that says whether the call waits for a job, or None.
Id commandOf(const FunctionModel &Model, const CallFact &C) {
  int Arg = C.fromEnd(Model.JobIfArg);
  return Arg < 0 || Arg >= int(C.Args.size()) ? None : C.Args[Arg];
}

/// Its text begins with one of the model's words.
bool commands(const FunctionModel &Model, const CallFact &C,
              const FunctionBody &B) {
  Id Command = commandOf(Model, C);
  return Command != None &&
         beginsWith(B.Nodes[Command].Text, Model.JobIfBegins);
}

} // namespace

/// `async_accept(handler)` returns at once. With a coroutine's token instead of
/// a handler (`yield`, `use_awaitable`) the call waits for the connection.
bool Interpreter::callsBack(const CallFact &C, const FunctionBody &B) const {
  const FunctionModel *Model = model(C, B);
  bool Entry =
      Model && llvm::any_of(Model->Callables, [](const CallableSpec &S) {
        return S.Run == RunKind::Entry;
      });
  int Last = C.fromEnd(-1);
  if (!Entry || Last < 0 || Last >= int(C.Args.size()) || C.Args[Last] == None)
    return false;
  const Node &N = B.Nodes[C.Args[Last]];
  if (N.Kind == NodeKind::Lambda) // also where a template leaves the rest open
    return true;
  if (C.ResultType == None || P.type(C.ResultType).Kind != TypeKind::Void)
    return false;
  if (N.Kind == NodeKind::Call)
    return !(B.Calls[N.Ref].Flags & CF_Subscript); // `yield[error]`
  Id R = T.record(T.target(N.TypeId));
  return N.Kind == NodeKind::Func || wrapsCallable(R) ||
         (R != None && P.entity(R).has(EF_Project));
}

/// `call("BRPOP queue 0")`: by a function of the project's that hands the text
/// on to the library.
bool Interpreter::commandsByHelper(const CallFact &C,
                                   const FunctionBody &B) const {
  const FunctionBody *Helper = C.Callee == None ? nullptr : body(C.Callee);
  auto Says = [&](Id A) { return A != None && !B.Nodes[A].Text.empty(); };
  if (!Helper || llvm::none_of(C.Args, Says))
    return false;
  const std::vector<Id> &Params = P.entity(C.Callee).Params;
  return llvm::any_of(Helper->Calls, [&](const CallFact &Inner) {
    const FunctionModel *M = model(Inner, *Helper);
    if (!M || M->JobIfArg == ArgNone)
      return false;
    Id Command = commandOf(*M, Inner);
    if (Command == None || Helper->Nodes[Command].Kind != NodeKind::Var)
      return false;
    for (size_t I = 0; I < Params.size() && I < C.Args.size(); ++I)
      if (Params[I] == Helper->Nodes[Command].Ref && Says(C.Args[I]))
        return beginsWith(B.Nodes[C.Args[I]].Text, M->JobIfBegins);
    return false;
  });
}

/// `listener.accept(&error)`, of a library that nobody has modelled.
bool Interpreter::acceptsByName(const CallFact &C) const {
  const std::vector<std::string> Said = words(C.Name);
  Id Result = T.value(C.ResultType);
  return !Said.empty() && Said.size() < 3 && Said.front() == "accept" &&
         C.Callee != None && !body(C.Callee) && !(C.Flags & CF_Discarded) &&
         // a visitor's yields nothing, a filter's whether
         Result != None && P.type(Result).Kind != TypeKind::Void &&
         P.type(Result).Kind != TypeKind::Bool;
}

bool Interpreter::isJobSource(const CallFact &C, const FunctionBody &B) const {
  const FunctionModel *Model = model(C, B);
  if (Model && Model->JobIfArg != ArgNone && commands(*Model, C, B))
    return true;
  if (!Model && (commandsByHelper(C, B) || acceptsByName(C)))
    return true;
  if (!Model || !Model->JobSource)
    return false;
  // recv() or poll() alone also occur in clients, such as those that connect()
  // first; a method of a consumer or an accept() does not.
  // Nor does a method of the class's own socket, if it only connects.
  bool OwnSocket =
      C.Receiver != None && B.Nodes[C.Receiver].Kind == NodeKind::Field &&
      T.role(B.Nodes[C.Receiver].TypeId) == Role::ConnectionObject &&
      !Model->accepts() && clientClass(P.entity(B.Function).Parent);
  bool Strong = Model->JobStrong || (C.Receiver != None && !OwnSocket) ||
                Model->Returns == Origin::Descriptor || Model->Backing ||
                Model->ListensOrServes;
  return Strong || (Listens && (bindsHere(C, B) || !readsOwnConnection(B)));
}

/// `bind(in, ...)`, `recvfrom(in, ...)` in one function: whatever else it may
/// connect to, this is where others come in.
bool Interpreter::bindsHere(const CallFact &C, const FunctionBody &B) const {
  auto Socket = [&](const CallFact &X) {
    Id N = X.Receiver == None && !X.Args.empty() ? X.Args[0] : None;
    return N != None && B.Nodes[N].Kind == NodeKind::Var ? B.Nodes[N].Ref
                                                         : None;
  };
  Id From = Socket(C);
  return From != None && llvm::any_of(B.Calls, [&](const CallFact &X) {
           const FunctionModel *M = Socket(X) == From ? model(X, B) : nullptr;
           return M && !M->Listens.empty();
         });
}

/// The function opens a connection to a service itself.
bool Interpreter::connects(const FunctionBody &B) const {
  return llvm::any_of(B.Calls, [&](const CallFact &C) {
    bool Socket = C.Receiver == None ||
                  T.role(B.Nodes[C.Receiver].TypeId) == Role::ConnectionObject;
    const FunctionModel *M = Socket ? model(C, B) : nullptr;
    return M && M->Backing && !M->JobSource && !M->Returns;
  });
}

bool Interpreter::clientClass(Id Record) const {
  bool Connects = false;
  for (Id Method : Record == None ? std::vector<Id>() : P.Methods[Record]) {
    const FunctionBody *B = body(Method);
    if (!B)
      continue;
    Connects |= connects(*B);
    bool Given =
        !P.entity(Method).has(EF_Static) &&
        llvm::any_of(P.entity(Method).Params, [&](Id Param) {
          const Entity &E = P.entity(Param);
          return T.role(T.target(E.TypeId)) == Role::ConnectionObject ||
                 (T.scalar(E.TypeId) &&
                  hasWord(E.Name, {"fd", "sd", "sockfd", "sock", "socket",
                                   "descriptor", "handle"}));
        });
    bool Accepts = llvm::any_of(B->Calls, [&](const CallFact &C) {
      const FunctionModel *M = model(C, *B);
      return M && (M->ListensOrServes || M->accepts());
    });
    if (Given || Accepts)
      return false;
  }
  return Connects;
}

/// The program opens that connection itself: the function does or has it done,
/// or only functions that do call it, a replica's reader of its primary, say.
bool Interpreter::readsOwnConnection(const FunctionBody &B) const {
  auto [It, New] = OwnConnection.try_emplace(B.Function, true); // round: no say
  if (!New)
    return It->second;
  auto Opens = [&](const CallFact &C) {
    const FunctionBody *Helper = C.Callee == None ? nullptr : body(C.Callee);
    return Helper && connects(*Helper) && T.scalar(P.entity(C.Callee).TypeId);
  };
  bool Own = connects(B) || llvm::any_of(B.Calls, Opens) ||
             clientClass(P.entity(B.Function).Parent),
       Called = false;
  if (!Own && !P.entity(B.Function).has(EF_Main)) {
    Own = true;
    for (Id Caller : callersOf(B.Function)) {
      Called |= Caller != B.Function;
      Own &= readsOwnConnection(*body(Caller));
    }
    Own &= Called;
  }
  return OwnConnection[B.Function] = Own;
}

/// Functions that call it by name.
const std::vector<Id> &Interpreter::callersOf(Id Function) const {
  if (DirectCallers.empty())
    for (const FunctionBody &B : P.Bodies)
      for (const CallFact &C : B.Calls)
        if (C.Callee != None)
          DirectCallers[C.Callee].push_back(B.Function);
  return DirectCallers[Function];
}

/// `while (buffer.size() < n) { recv(...); buffer.append(...); }`: waits for
/// the rest of one message.
bool Interpreter::onlyFills(const FunctionBody &B, Id Loop) const {
  auto Fills = [&](const CallFact &C) {
    const FunctionModel *Model = model(C, B);
    if (Model && Model->Sends)
      return false;
    if (Model && (Model->JobSource || Model->Print || Model->AllArgsPure))
      return !(Model->JobSource &&
               (Model->JobStrong || C.Receiver != None || Model->accepts()));
    if ((C.Flags & (CF_Construct | CF_Destroy)) || C.Name == "operator<<")
      return true;
    return C.Receiver != None && (T.stringLike(B.Nodes[C.Receiver].TypeId) ||
                                  T.container(B.Nodes[C.Receiver].TypeId));
  };
  auto Local = [&](Id N) { // `std::vector<char> received;`
    return B.Nodes[N].Kind == NodeKind::Var &&
           P.entity(B.Nodes[N].Ref).Store == Storage::Local;
  };
  bool Appends = false;
  for (const Stmt &S : B.Stmts) {
    bool Inside = false;
    for (Id R = S.Region; R != None; R = B.Regions[R].Parent)
      Inside |= R == Loop;
    if (!Inside || S.Kind != StmtKind::Call)
      continue;
    const CallFact &C = B.Calls[S.A];
    if (!Fills(C))
      return false;
    Appends |= C.Receiver != None &&
               !(C.Flags & (CF_Construct | CF_Destroy | CF_ConstMethod)) &&
               (T.stringLike(B.Nodes[C.Receiver].TypeId) ||
                (mutatingName(C.Name) && Local(C.Receiver)));
  }
  return Appends && !runsForEver(B, Loop);
}

/// Each turn begins with what somebody types: a client at a terminal.
bool Interpreter::operated(const FunctionBody &B, Id Loop) const {
  auto Typed = [&](Id N) {
    if (N == None || B.Nodes[N].Kind != NodeKind::Var)
      return false;
    const FieldModel *F = fieldModel(B.Nodes[N]);
    return F && F->Reads == Origin::CommandLine;
  };
  return llvm::any_of(B.Stmts, [&](const Stmt &S) {
    return S.Kind == StmtKind::Call && S.Region == Loop &&
           (Typed(B.Calls[S.A].Receiver) ||
            llvm::any_of(B.Calls[S.A].Args, Typed));
  });
}

/// F takes a job outside of any loop of its own (`next_job()` helpers).
bool Interpreter::callsJobSource(Id Function, unsigned Level,
                                 std::set<Id> &Seen) {
  if (Level > 3 || !Seen.insert(Function).second)
    return false;
  // `poller_->poll()`: by whoever overrides it
  if (llvm::any_of(P.Overriders[Function],
                   [&](Id M) { return callsJobSource(M, Level, Seen); }))
    return true;
  const FunctionBody *B = body(Function);
  if (!B)
    return false;
  for (const Stmt &S : B->Stmts) {
    if (S.Kind != StmtKind::Call)
      continue;
    bool InLoop = false;
    for (Id R = S.Region; R != None; R = B->Regions[R].Parent)
      InLoop |= B->Regions[R].Kind == RegionKind::Loop && !onlyFills(*B, R);
    if (InLoop)
      continue;
    const CallFact &C = B->Calls[S.A];
    if ((isJobSource(C, *B) && !callsBack(C, *B)) ||
        (C.Callee != None && callsJobSource(C.Callee, Level + 1, Seen)))
      return true;
  }
  return false;
}

void Interpreter::findJobLoops() {
  for (const FunctionBody &B : P.Bodies)
    for (const Stmt &S : B.Stmts) {
      if (S.Kind != StmtKind::Call)
        continue;
      Id Outer = outermostLoop(B, S.Region);
      if (Outer == None || JobLoops.count({B.Function, Outer}))
        continue;
      const CallFact &C = B.Calls[S.A];
      std::set<Id> Seen;
      if (!(isJobSource(C, B) && !callsBack(C, B)) &&
          !(C.Callee != None && callsJobSource(C.Callee, 0, Seen)))
        continue;
      if (onlyFills(B, Outer) || operated(B, Outer))
        continue;
      JobLoops.insert({B.Function, Outer});
      Changed = true;
      FoundLate |= Round > 1;
    }
}

/// `for (;;)` that nothing leaves: what it does, it does while the program
/// serves, though nobody knows how it gets its work.
bool Interpreter::runsForEver(const FunctionBody &B, Id Loop) const {
  if (B.Regions[Loop].Value != 1 || B.Blocks.empty())
    return false;
  constexpr Id Exit = 1;
  std::set<Id> Inside;
  for (Id K = 0; K < B.Blocks.size(); ++K)
    for (Id S : B.Blocks[K].Stmts)
      if (B.Stmts[S].Region == Loop)
        Inside.insert(K);
  return !Inside.empty() && !blocksBehind(B, Inside).count(Exit);
}

/// `while (!stop) { ...; sleep(1); }`: until a signal or another thread says
/// so, as the flag's name tells; it paces itself, and waits for nothing.
bool Interpreter::runsUntilTold(const FunctionBody &B, Id Loop) const {
  auto First =
      llvm::find_if(B.Stmts, [&](const Stmt &S) { return S.Region == Loop; });
  if (B.Regions[Loop].Value != 0 || First == B.Stmts.end())
    return false;
  Id N = First->A;
  if (First->Kind == StmtKind::Call) // `stop_.load()`
    N = First->A == None ? None : B.Calls[First->A].Receiver;
  else if (First->Kind != StmtKind::Read || First->UseOf != Use::Condition)
    return false;
  if (N == None ||
      (B.Nodes[N].Kind != NodeKind::Var && B.Nodes[N].Kind != NodeKind::Field))
    return false;
  const Entity &Flag = P.entity(B.Nodes[N].Ref);
  if (Flag.Store == Storage::Local || Flag.Store == Storage::Param ||
      !hasWord(Flag.Name,
               {"stop", "stopped", "stopping", "running", "run", "quit", "exit",
                "shutdown", "terminate", "terminated", "interrupted", "alive"}))
    return false;
  for (Id X = 0; X < B.Stmts.size(); ++X) {
    if (!regionsAround(B, X).count(Loop))
      continue;
    if (B.Stmts[X].Kind == StmtKind::Call)
      if (const FunctionModel *M = model(B.Calls[B.Stmts[X].A], B);
          M && M->Pauses)
        return true;
  }
  return false;
}

/// A queue, or one of several in a table: from a table itself, or from what
/// its records hold, one thing is taken out by its key, and that is no job.
bool Interpreter::takenInTurn(Id L) const {
  auto Table = [&](Id X) { return T.table(Locs[X].TypeId); };
  if (Table(L))
    return false;
  bool Queue = false; // `queues_[topic]`
  if (Locs[L].Kind == LocKind::Elem)
    if (Id Of = T.target(Locs[Locs[L].Parent].TypeId);
        Of != None && P.type(Of).Args.size() > 1)
      Queue = T.container(P.type(Of).Args[1]);
  for (Id X = L; Locs[X].Kind >= LocKind::Field;) {
    X = Locs[X].Parent;
    if (Table(X) && !(Queue && X == Locs[L].Parent))
      return false;
  }
  return true;
}

/// `while (!tasks_.empty()) { ... }`, which waits for nothing: its function has
/// the locals of one run.
bool Interpreter::endsWhenEmpty(const FunctionBody &B, Id Loop) const {
  if (runsForEver(B, Loop))
    return false;
  for (Id S = 0; S < B.Stmts.size(); ++S) {
    if (B.Stmts[S].Kind != StmtKind::Call || !regionsAround(B, S).count(Loop))
      continue;
    const CallFact &C = B.Calls[B.Stmts[S].A];
    const FunctionModel *Model = model(C, B);
    if (Model &&
        (Model->Waits || Model->Pauses || Model->Serves || Model->JobSource))
      return false;
  }
  return true;
}

/// Its loops that take jobs, and it has one, are all of that kind.
bool Interpreter::onlyDrains(Id Function) const {
  auto Drains = Draining.lower_bound({Function, 0});
  if (Drains == Draining.end() || Drains->first != Function)
    return false;
  for (auto It = JobLoops.lower_bound({Function, 0});
       It != JobLoops.end() && It->first == Function; ++It)
    if (!Draining.count(*It))
      return false;
  return true;
}

/// The loop in which a thread takes jobs, here or in the callers of a helper.
void Interpreter::markDrainLoop(Id Ctx, Id StmtIndex, unsigned Level) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  Id Outer = outermostLoop(B, B.Stmts[StmtIndex].Region);
  if (Outer != None && readsOwnConnection(B))
    return; // its work comes from there
  if (Outer != None) {
    if (JobLoops.insert({B.Function, Outer}).second) {
      Changed = true;
      if (endsWhenEmpty(B, Outer))
        Draining.insert({B.Function, Outer});
    }
    return;
  }
  if (Level > 3)
    return;
  for (const auto &C : Acts[Ctx].Callers) {
    if (C.Caller == None || C.Call == None)
      continue;
    const FunctionBody &Outside = *body(Acts[C.Caller].Function);
    if (Id S = statementOf(Outside, C.Call);
        S != None &&
        phaseOf(C.Caller, Outside.Stmts[S].Region) == Phase::Background)
      markDrainLoop(C.Caller, S, Level + 1);
  }
}

/// `while (true) server.update();` in main: the loop around the calls that lead
/// to where a job is taken.
void Interpreter::markMainLoop(Id Ctx, Id StmtIndex, unsigned Level) {
  const Activation &A = Acts[Ctx];
  const FunctionBody &B = *body(A.Function);
  const Entity &F = P.entity(A.Function);
  // Where main blocks to serve, its loop only starts that again; the first
  // round may not have come that far.
  if (Level > 4 || F.has(EF_Dtor) || StartUpServes || Round < 2)
    return;
  Id Outer = outermostLoop(B, B.Stmts[StmtIndex].Region);
  if (Outer != None && (F.has(EF_Main) || ForEver.count({A.Function, Outer}))) {
    Changed |= JobLoops.insert({A.Function, Outer}).second;
    return;
  }
  for (const auto &C : A.Callers)
    if (C.Caller != None && C.Call != None &&
        Acts[C.Caller].When == Phase::StartUp)
      if (Id S = statementOf(*body(Acts[C.Caller].Function), C.Call); S != None)
        markMainLoop(C.Caller, S, Level + 1);
}

} // namespace factor6
