//===- Interpreter.cpp - The rounds ---------------------------------------===//
#include "derive/Interpreter.h"

namespace factor6 {

namespace {
constexpr unsigned MaxRounds = 10;
constexpr unsigned MaxRootRounds = 4; ///< of what nobody is known to call
} // namespace

Interpreter::Interpreter(const Program &P, const ModelSet &M,
                         const InterpreterOptions &O)
    : P(P), M(M), O(O), T(P, M), JobLoops(O.JobLoops), Draining(O.Draining) {
  for (const FunctionBody &B : P.Bodies) {
    for (const CallFact &C : B.Calls)
      if (C.Callee != None && C.Callee != B.Function)
        Referenced.insert(C.Callee);
    for (const Node &N : B.Nodes)
      if (N.Kind == NodeKind::Func || N.Kind == NodeKind::Lambda)
        Referenced.insert(N.Ref);
  }
  for (Id F = 0; F < P.Entities.size(); ++F)
    if (const Entity &E = P.entity(F);
        E.Kind == EntityKind::Field && !E.has(EF_Project))
      if (const FieldModel *Model = M.field(E.QualifiedName);
          Model && Model->HandedBack)
        HandedBack.insert(F);
  for (const FunctionBody &B : P.Bodies)
    for (Id R = 0; R < B.Regions.size(); ++R)
      if (B.Regions[R].Kind == RegionKind::Loop &&
          (runsForEver(B, R) || runsUntilTold(B, R)))
        ForEver.insert({B.Function, R});
  for (const FunctionBody &B : P.Bodies)
    for (const Stmt &S : B.Stmts)
      if (S.Kind == StmtKind::Delete && S.A != None &&
          B.Nodes[S.A].Kind == NodeKind::This)
        SelfDeleting.insert(P.entity(B.Function).Parent);
  for (const FunctionBody &B : P.Bodies)
    for (const Stmt &S : B.Stmts)
      if (S.Kind == StmtKind::Return && S.A != None)
        if (Id V = returnedText(B, S.A); V != None)
          Returned.insert(V);
  for (Id R = 0; R < P.Entities.size(); ++R)
    if (P.entity(R).Kind == EntityKind::Record && P.entity(R).has(EF_Project) &&
        (T.selfKeptConnection(R) || T.operation(R)))
      SelfDeleting.insert(R);
  for (const FunctionBody &B : P.Bodies)
    for (const CallFact &C : B.Calls)
      if (const FunctionModel *Model = model(C, B);
          Model && Model->OperationArg != ArgNone)
        if (int A = C.fromEnd(Model->OperationArg);
            A >= 0 && size_t(A) < C.Args.size() && C.Args[A] != None) {
          const Node &N = B.Nodes[C.Args[A]];
          if (Id R = T.record(N.TypeId); R != None)
            SelfDeleting.insert(R);
          if (N.Kind == NodeKind::Lambda)
            for (const Capture &X : B.CaptureLists[N.Value])
              if (X.Variable != None && X.Init != None && !X.ByRef)
                OfOperations.insert(X.Variable);
        }
}

/// `std::string part = ...; return part;`: the local that ends there.
Id Interpreter::returnedText(const FunctionBody &B, Id N) const {
  if (llvm::any_of(B.Regions, [](const Region &R) {
        return R.Kind == RegionKind::Loop; // that may serve
      }))
    return None;
  for (unsigned Depth = 0; N != None && Depth < 4; ++Depth) {
    const Node &X = B.Nodes[N];
    if (X.Kind == NodeKind::Var) {
      const Entity &V = P.entity(X.Ref);
      return V.Store == Storage::Local && V.Parent == B.Function &&
                     !T.pointerLike(V.TypeId) && !T.reference(V.TypeId) &&
                     T.stringLike(V.TypeId)
                 ? X.Ref
                 : None;
    }
    if (X.Kind == NodeKind::Object && X.Ref != None &&
        B.Calls[X.Ref].Args.size() == 1)
      N = B.Calls[X.Ref].Args[0]; // moved out
    else
      N = X.Kind == NodeKind::Cast && !X.Ops.empty() ? X.Ops[0] : None;
  }
  return None;
}

Phase Interpreter::phaseOf(Id Ctx, Id Region) {
  Phase Base = Acts[Ctx].When;
  const FunctionBody &B = *body(Acts[Ctx].Function);
  for (Id R = Region; R != None; R = B.Regions[R].Parent) {
    const factor6::Region &X = B.Regions[R];
    if (X.Kind == RegionKind::Once)
      return Phase::StartUp;
    bool Dead = Base == Phase::Root && O.WholeProgram;
    if (X.Kind == RegionKind::Loop && Base != Phase::Request && !Dead &&
        JobLoops.count({B.Function, R}))
      return Phase::Request;
    if (Base == Phase::StartUp && ForEver.count({B.Function, R})) {
      Service |= runsForEver(B, R);
      return Phase::Background;
    }
    if ((X.Kind == RegionKind::IfUnset || X.Kind == RegionKind::IfSet) &&
        X.Subject != None && Base != Phase::StartUp && initialisesOnce(Ctx, R))
      return Phase::StartUp;
  }
  return Base;
}

LocSet Interpreter::receiversFor(Id Record, Lifetime Declared) {
  auto Brief = [](Lifetime L) {
    return L == Lifetime::Request || L == Lifetime::Connection;
  };
  bool Short = Brief(Declared);
  LocSet Out;
  for (Id L : objectsOf(Record, true))
    if (!Short)
      Out.push_back(L);
  if (Out.empty() && Declared != Lifetime::Process)
    for (Id L : objectsOf(Record, false))
      if (!Short || !survivor(L))
        Out.push_back(L);
  if (Out.empty()) {
    if (Declared == Lifetime::Unknown) // `yieldTo(&Coroutine::next)`
      for (const std::string &Name : T.classNames(Record))
        if (const ClassModel *C = M.type(Name))
          Short |= Brief(C->ObjectLifetime);
    Out.push_back(instanceLoc(Record, Short ? Phase::Request : Phase::StartUp));
    runConstructor(Record, Out.front());
    if (!Short)
      Changed |= Instances.insert({Record, Out.front()}).second;
  }
  if (Out.size() > 8)
    Out.resize(8);
  return Out;
}

namespace {

bool listedIn(const std::vector<std::string> &List, llvm::StringRef Name) {
  return std::find(List.begin(), List.end(), Name) != List.end();
}

bool mentions(const Program &P, Id TypeId, llvm::StringRef Name,
              unsigned Depth = 0) {
  if (TypeId == None || Depth > 3)
    return false;
  const Type &X = P.type(TypeId);
  if (X.Name == Name)
    return true;
  for (Id A : X.Args)
    if (mentions(P, A, Name, Depth + 1))
      return true;
  return false;
}

} // namespace

/// The framework makes the object: with the constructor of fewest parameters.
void Interpreter::runConstructor(Id Record, Id Object) {
  Id Best = None;
  for (Id M : P.Methods[Record])
    if (const Entity &F = P.entity(M);
        F.has(EF_Ctor) && body(M) &&
        (Best == None || F.Params.size() < P.entity(Best).Params.size()))
      Best = M;
  if (Best == None)
    return;
  Phase When =
      Locs[Object].Made == Phase::Request ? Phase::Request : Phase::StartUp;
  callFunction(Best, {Object}, {}, When, None, None, None, P.entity(Best).Loc,
               None);
}

/// A task runs for whoever made it: objects of start-up in the background,
/// those of a request for the request. False if nobody makes any.
bool Interpreter::runTask(Id Record, Id Method) {
  std::vector<Id> Objects = objectsOf(Record, false);
  for (Id L : Objects)
    callFunction(Method, {L}, {},
                 Locs[root(L)].Made == Phase::Request ? Phase::Request
                                                      : Phase::Background,
                 None, None, None, P.entity(Method).Loc, None);
  return !Objects.empty();
}

void Interpreter::runClassEntry(Id Record, const ClassModel &C) {
  for (Id Method : P.Methods[Record]) {
    const Entity &F = P.entity(Method);
    if (F.has(EF_Ctor | EF_Dtor) || !body(Method))
      continue;
    bool Overrides = !F.Bases.empty() || C.NonVirtual;
    if (!C.ReturnsType.empty())
      Overrides = mentions(P, F.TypeId, C.ReturnsType);
    if (!Overrides || listedIn(C.Except, F.Name) ||
        listedIn(C.ShutDown, F.Name))
      continue;
    bool StartUp = listedIn(C.StartUp, F.Name);
    if (!StartUp && !C.Methods.empty() && !listedIn(C.Methods, F.Name))
      continue;
    if (!StartUp && !C.Entry)
      continue;
    bool Later = C.Run == RunKind::Thread || C.Run == RunKind::Timer ||
                 C.Run == RunKind::Deferred || C.Run == RunKind::Async;
    if (!StartUp && Later && runTask(Record, Method))
      continue;
    LocSet This = receiversFor(Record, C.ObjectLifetime);
    if (StartUp) {
      callFunction(Method, This, {}, Phase::StartUp, None, None, None, F.Loc,
                   None);
      continue;
    }
    // What completes a request's own operation is reached through it, too,
    // but nobody in the program calls it.
    Service |= C.Run == RunKind::Entry;
    EntryPoint E;
    E.Text = C.Library + " handler '" + F.QualifiedName + "'";
    E.At = F.Loc;
    E.Function = Method;
    E.Library = C.Library;
    Id Entry = registerEntry(E);
    Phase When =
        C.Run == RunKind::Background ? Phase::Background : Phase::Request;
    callFunction(Method, This, {}, When, None, None, None, F.Loc, Entry);
  }
}

void Interpreter::runClassEntries() {
  for (Id R = 0; R < P.Entities.size(); ++R) {
    const Entity &E = P.entity(R);
    if (E.Kind != EntityKind::Record || !E.has(EF_Project))
      continue;
    const std::vector<std::string> Names = T.classNames(R);
    for (size_t I = 1; I < Names.size(); ++I)
      if (const ClassModel *C = M.type(Names[I]);
          C && (C->Entry || !C->StartUp.empty())) {
        runClassEntry(R, *C);
        break;
      }
  }
  // Classes that are handed over as template arguments and used by name.
  for (const Type &X : P.Types) {
    if (X.Kind != TypeKind::Record || X.Args.empty())
      continue;
    const ClassModel *C = M.type(X.Name);
    if (!C || C->ArgumentMethods.empty())
      continue;
    ClassModel ByName = *C;
    ByName.Entry = ByName.NonVirtual = true;
    ByName.Methods = C->ArgumentMethods;
    for (Id A : X.Args)
      if (Id R = T.record(A); R != None && P.entity(R).has(EF_Project))
        runClassEntry(R, ByName);
  }
}

void Interpreter::runNamedEntries() {
  for (Id F = 0; F < P.Entities.size(); ++F) {
    const Entity &E = P.entity(F);
    if (E.Kind != EntityKind::Function || !body(F))
      continue;
    bool Named = E.has(EF_EntryAnnotated);
    for (const std::string &N : O.EntryPoints)
      Named |= E.QualifiedName == N;
    if (!Named)
      continue;
    Service = true;
    Id Entry = registerEntry(
        {"entry point '" + E.QualifiedName + "'", "", E.Loc, F, ""});
    LocSet This;
    if (E.Parent != None && !E.has(EF_Static))
      This = receiversFor(E.Parent, Lifetime::Unknown);
    callFunction(F, This, {}, Phase::Request, None, None, None, E.Loc, Entry);
  }
}

void Interpreter::runRoots() {
  std::set<Id> Known = Reached;
  for (const FunctionBody &B : P.Bodies) {
    const Entity &F = P.entity(B.Function);
    if (Known.count(B.Function) || F.has(EF_Dtor | EF_StaticInit | EF_Lambda))
      continue;
    bool Called = Referenced.count(B.Function) != 0;
    for (Id Overridden : F.Bases)
      Called |= P.entity(Overridden).has(EF_Project);
    if (Called)
      continue;
    LocSet This;
    if (F.Parent != None && !F.has(EF_Static))
      This = {instanceLoc(F.Parent,
                          F.has(EF_Ctor) ? Phase::Request : Phase::StartUp)};
    callFunction(B.Function, This, {}, lifeCycle(F), None, None, None, F.Loc,
                 None);
  }
}

/// When a function runs that no code is known to call: an overriding method may
/// say by its name that a component gets ready in it, or is put away.
Phase Interpreter::lifeCycle(const Entity &F) const {
  auto Setting = [&](Id Param) { // what a component gets ready with
    Id R = T.record(T.target(P.entity(Param).TypeId));
    return R != None &&
           hasWord(P.entity(R).Name,
                   {"config", "configuration", "context", "application", "app",
                    "settings", "options", "environment"});
  };
  if (F.Bases.empty() || !llvm::all_of(F.Params, Setting))
    return Phase::Root;
  std::string Name = llvm::StringRef(F.Name).lower();
  llvm::erase(Name, '_');
  if (llvm::is_contained(M.words(WordKind::StartUpMethod), Name))
    return Phase::StartUp;
  return llvm::is_contained(M.words(WordKind::ShutDownMethod), Name)
             ? Phase::ShutDown
             : Phase::Root;
}

void Interpreter::runStaticInit() {
  for (const FunctionBody &B : P.Bodies) {
    const Entity &F = P.entity(B.Function);
    if (F.has(EF_StaticInit))
      callFunction(B.Function, {}, {}, Phase::StartUp, None, None, None, F.Loc,
                   None);
  }
  for (const FunctionBody &B : P.Bodies) {
    const Entity &F = P.entity(B.Function);
    if (F.has(EF_Main))
      callFunction(B.Function, {}, {}, Phase::StartUp, None, None, None, F.Loc,
                   None);
  }
}

void Interpreter::runRound() {
  AtOnce.clear(); // job loops may have been found
  ++Round;
  Changed = false;
  // Recorded anew: an earlier round knew less and may have been wrong.
  Accesses.clear();
  AccessIds.clear();
  Events.clear();
  EventIds.clear();
  FieldEvents.clear();
  FieldEventIds.clear();
  findJobLoops();
  runStaticInit();
  runClassEntries();
  runNamedEntries();
}

void Interpreter::run() {
  for (unsigned I = 0; I < MaxRounds; ++I) {
    runRound();
    if (!Changed)
      break;
  }
  // Then what nobody is known to call: it may register handlers.
  std::set<Id> Called = Reached;
  for (unsigned I = 0; I < MaxRootRounds; ++I) {
    runRound();
    std::set<Id> Keep = Reached;
    Reached = Called;
    runRoots();
    Reached.insert(Keep.begin(), Keep.end());
    if (!Changed)
      break;
  }
  Service |= !JobLoops.empty();
}

} // namespace factor6
