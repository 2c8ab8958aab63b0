//===- Events.cpp ---------------------------------------------------------===//
#include "rules/Events.h"

#include "derive/Bodies.h"

#include "llvm/Support/GlobPattern.h"

namespace factor6 {

std::vector<const CallEvent *> requestsFirst(const RuleContext &C) {
  std::vector<const CallEvent *> Out;
  std::set<std::pair<Place, const FunctionModel *>> Seen;
  for (bool Request : {true, false})
    for (const CallEvent &E : C.I.events())
      if ((E.When == Phase::Request) == Request && (Request || !dead(C, E)) &&
          Seen.insert({E.At, E.Model}).second)
        Out.push_back(&E);
  return Out;
}

const FunctionBody &bodyOf(const RuleContext &C, const CallEvent &E) {
  return *C.I.body(C.I.activations()[E.Ctx].Function);
}

const CallFact &callOf(const RuleContext &C, const CallEvent &E) {
  return bodyOf(C, E).Calls[E.Call];
}

const ValueSet *argument(const RuleContext &C, const CallEvent &E, int Arg) {
  if (Arg == ArgReceiver)
    return &E.ReceiverValues;
  Arg = callOf(C, E).fromEnd(Arg);
  return Arg >= 0 && Arg < int(E.Args.size()) ? &E.Args[Arg] : nullptr;
}

Id argumentNode(const RuleContext &C, const CallEvent &E, int Arg) {
  const CallFact &Call = callOf(C, E);
  if (Arg == ArgReceiver)
    return Call.Receiver;
  Arg = Call.fromEnd(Arg);
  return Arg >= 0 && Arg < int(Call.Args.size()) ? Call.Args[Arg] : None;
}

std::optional<int64_t> number(const RuleContext &C, const CallEvent &E,
                              int Arg) {
  return constantOf(bodyOf(C, E), argumentNode(C, E, Arg));
}

std::vector<std::string> texts(const RuleContext &C, const CallEvent &E,
                               int Arg) {
  std::vector<std::string> Out;
  if (const ValueSet *V = argument(C, E, Arg))
    for (const auto &Case : C.Text.cases(*V))
      for (const StringCase &T : Case)
        Out.push_back(T.Text);
  return Out;
}

bool namesOneOf(const RuleContext &C, const FunctionBody &B, Id N,
                const std::vector<std::string> &Names) {
  return anyNode(B, N, [&](Id X) {
    return B.Nodes[X].Kind == NodeKind::Var &&
           llvm::is_contained(Names,
                              C.program().entity(B.Nodes[X].Ref).QualifiedName);
  });
}

bool matches(llvm::StringRef Pattern, llvm::StringRef Text) {
  if (Pattern == Text)
    return true;
  llvm::Expected<llvm::GlobPattern> G = llvm::GlobPattern::create(Pattern);
  if (!G) {
    llvm::consumeError(G.takeError());
    return false;
  }
  return G->match(Text);
}

std::set<Id> keptIn(const RuleContext &C, const CallEvent &E) {
  const Interpreter &I = C.I;
  const CallFact &Call = callOf(C, E);
  const FunctionBody &B = bodyOf(C, E);
  std::set<Id> Objects, Kept;
  for (const Value &V : I.activations()[E.Ctx].CallResults[E.Call])
    if (V.Kind == ValueKind::Ref)
      Objects.insert(V.A);
  Objects.insert(E.Receiver.begin(), E.Receiver.end());
  for (size_t A = 0; A < E.Args.size() && A < Call.Modes.size(); ++A) {
    if (Call.Modes[A] == Passing::ConstRef ||
        Call.Modes[A] == Passing::ConstPtr)
      continue;
    for (const Value &V : E.Args[A]) {
      if (V.Kind != ValueKind::Ref ||
          I.types().role(I.loc(V.A).TypeId) != Role::Handle)
        continue;
      // The handle, or the variable that it is placed in.
      if (!I.types().pointerLike(I.loc(V.A).TypeId)) {
        Objects.insert(V.A);
        continue;
      }
      Kept.insert(V.A);
      for (const Value &Inner : I.contents(V.A))
        if (Inner.Kind == ValueKind::Ref)
          Objects.insert(Inner.A);
    }
  }
  // A descriptor or id is a number: the variable that it is stored in.
  std::set<Id> Variables;
  for (const Stmt &S : B.Stmts) {
    if (S.Kind != StmtKind::Store || S.B == None || S.A == None)
      continue;
    const Node *N = &B.Nodes[S.B];
    while (N->Kind == NodeKind::Cast && !N->Ops.empty() && N->Ops[0] != None)
      N = &B.Nodes[N->Ops[0]];
    const Node &Target = B.Nodes[S.A];
    if (N->Kind == NodeKind::Call && N->Ref == E.Call &&
        (Target.Kind == NodeKind::Var || Target.Kind == NodeKind::Field))
      Variables.insert(Target.Ref);
  }
  for (Id L = 0; L < I.locCount(); ++L) {
    const Loc &X = I.loc(L);
    bool Named = X.Kind == LocKind::Global || X.Kind == LocKind::Field ||
                 (X.Kind == LocKind::Local && X.Ctx == E.Ctx);
    if (Named && Variables.count(X.Ref))
      Kept.insert(L);
    for (const Value &V : I.contents(L))
      if (V.Kind == ValueKind::Ref && Objects.count(V.A))
        Kept.insert(L);
  }
  Kept.insert(Objects.begin(), Objects.end());
  return Kept;
}

std::string subject(const RuleContext &C, const CallEvent &E) {
  const CallFact &Call = callOf(C, E);
  const FunctionBody &B = bodyOf(C, E);
  if (Call.Name.empty() && Call.CalleeNode != None &&
      B.Nodes[Call.CalleeNode].Kind == NodeKind::Field)
    return C.program().entity(B.Nodes[Call.CalleeNode].Ref).Name;
  const FunctionModel *M = C.I.model(Call, B);
  if (!M || !M->Construct || M == E.Model || Call.TemplateArgs.empty() ||
      Call.TemplateArgs[0] == None)
    return Call.Name;
  const Type &Made = C.program().type(Call.TemplateArgs[0]);
  llvm::StringRef Name = Made.Alias.empty() ? Made.Name : Made.Alias;
  Name = Name.substr(Name.rfind(':') + 1); // all of it if there is none
  Name.consume_front("basic_");            // as its typedef is called
  return Name.str();
}

bool usedByRequest(const RuleContext &C, const std::set<Id> &Kept) {
  return requestUse(C, Kept).has_value();
}

std::optional<RequestUse> requestUse(const RuleContext &C,
                                     const std::set<Id> &Kept) {
  auto In = [&](Id L) {
    for (;; L = C.I.loc(L).Parent) {
      if (Kept.count(L))
        return true;
      if (C.I.loc(L).Kind < LocKind::Field)
        return false;
    }
  };
  for (const Access &A : C.I.accesses())
    if (A.When == Phase::Request && In(A.Target))
      return RequestUse{A.Ctx, A.At};
  for (const CallEvent &E : C.I.events()) {
    if (E.When != Phase::Request)
      continue;
    for (const ValueSet &Arg : E.Args)
      for (const Value &V : Arg)
        if (V.Kind == ValueKind::Ref && In(V.A))
          return RequestUse{E.Ctx, E.At};
    for (Id L : E.Receiver)
      if (In(L))
        return RequestUse{E.Ctx, E.At};
  }
  return std::nullopt;
}

namespace {

/// It accepts, waits for work or runs a server, itself or by what it calls.
bool serves(const RuleContext &C, Id Function, std::set<Id> &Seen) {
  const FunctionBody *B = C.I.body(Function);
  return B && Seen.size() < 256 && Seen.insert(Function).second &&
         llvm::any_of(B->Calls, [&](const CallFact &Call) {
           const FunctionModel *M = C.I.model(Call, *B);
           return (M && (M->Serves || M->ListensOrServes || M->JobSource)) ||
                  (Call.Callee != None && serves(C, Call.Callee, Seen));
         });
}

/// The program ends with what the call yields, or right after it.
bool endsWith(const RuleContext &C, const FunctionBody &B, Id Call) {
  auto ThisCall = [&](Id N) { return isCall(B, N, Call); };
  bool After = false;
  Id Region = None;
  for (const Stmt &S : B.Stmts) {
    if (S.Kind == StmtKind::Return && anyNode(B, S.A, ThisCall))
      return true;
    if (After && S.Region == Region && S.Kind != StmtKind::Read) {
      // `int result = migrate(); return result;`, with a word about it
      bool Kept = (S.Kind == StmtKind::Store || S.Kind == StmtKind::Write) &&
                  S.A != None && B.Nodes[S.A].Kind == NodeKind::Var;
      const FunctionModel *M =
          S.Kind == StmtKind::Call ? C.I.model(B.Calls[S.A], B) : nullptr;
      if (!Kept && !(M && M->Print))
        return S.Kind == StmtKind::Return || (M && M->Exits);
    }
    if (S.Kind == StmtKind::Call && S.A == Call) {
      After = true;
      Region = S.Region;
    }
  }
  return false;
}

} // namespace

bool insteadOfServing(const RuleContext &C, Id Ctx) {
  std::set<Id> Done;
  bool Ended = false;
  while (Done.insert(Ctx).second) {
    const Activation &A = C.I.activations()[Ctx];
    if (A.Callers.size() != 1 || A.Callers[0].Caller == None)
      return false;
    Id Caller = A.Callers[0].Caller;
    const FunctionBody &B = *C.I.body(C.I.activations()[Caller].Function);
    std::set<Id> Here, There;
    bool Ends = endsWith(C, B, A.Callers[0].Call);
    if (Ended && !Ends)
      return false;
    Ended |= Ends && !serves(C, A.Function, Here);
    // ... and something else that main calls does serve
    if (C.program().entity(B.Function).has(EF_Main))
      return Ended && serves(C, B.Function, There);
    Ctx = Caller;
  }
  return false;
}

bool dead(const RuleContext &C, const CallEvent &E) {
  return E.When == Phase::Root && C.Options.WholeProgram;
}

namespace {

/// A statement, or one of the calls on every way to it, stands under a
/// condition after a fork().
bool inChild(const RuleContext &C, Id Ctx, Id Statement, unsigned Depth) {
  const Activation &A = C.I.activations()[Ctx];
  const FunctionBody &B = *C.I.body(A.Function);
  bool Forked = false;
  for (Id I = 0; I < Statement; ++I)
    if (B.Stmts[I].Kind == StmtKind::Call)
      if (const FunctionModel *M = C.I.model(B.Calls[B.Stmts[I].A], B))
        Forked |= M->Forks;
  // The parent goes on outside of the condition on fork()'s result.
  if (Forked && B.Stmts[Statement].Region != None)
    return true;
  if (Depth > 8 || A.Callers.empty())
    return false;
  return llvm::all_of(A.Callers, [&](const auto &From) {
    if (From.Caller == None || From.Call == None)
      return false;
    Id S = statementOf(*C.I.body(C.I.activations()[From.Caller].Function),
                       From.Call);
    return S != None && inChild(C, From.Caller, S, Depth + 1);
  });
}

} // namespace

bool afterFork(const RuleContext &C, const CallEvent &E) {
  return inChild(C, E.Ctx, E.StmtIndex, 0);
}

} // namespace factor6
