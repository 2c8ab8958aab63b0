//===- Locations.cpp - Abstract locations and what they hold --------------===//
#include "derive/Bodies.h"
#include "derive/Interpreter.h"

#include <unordered_set>

namespace factor6 {

namespace {
constexpr unsigned MaxPath = 6; ///< steps of a location
} // namespace

Id Interpreter::makeLoc(const Loc &L) {
  auto Key = std::make_tuple(
      int(L.Kind), L.Ref, L.Parent, L.Ctx,
      L.Kind == LocKind::Heap || L.Kind == LocKind::Instance ? int(L.Made) : 0);
  auto [It, New] = LocIds.try_emplace(Key, Locs.size());
  if (New) {
    Locs.push_back(L);
    Contents.emplace_back();
  }
  return It->second;
}

Id Interpreter::fieldLoc(Id Base, Id Field, Id TypeId) {
  unsigned Length = 0;
  for (Id L = Base; L != None && Locs[L].Kind >= LocKind::Field;
       L = Locs[L].Parent) {
    ++Length;
    // A record inside itself (a list node's next): the same place again.
    if (Locs[L].Kind == LocKind::Field && Locs[L].Ref == Field)
      return L;
  }
  if (Length >= MaxPath)
    return Base;
  Loc L;
  L.Kind = LocKind::Field;
  L.Ref = Field;
  L.Parent = Base;
  L.TypeId = P.entity(Field).TypeId != None ? P.entity(Field).TypeId : TypeId;
  L.Made = Locs[Base].Made;
  return makeLoc(L);
}

Id Interpreter::elemLoc(Id Base, bool Descriptor, Id TypeId) {
  // Elements of elements belong to the outermost container all the same.
  if (Locs[Base].Kind == LocKind::Elem &&
      Locs[Base].Ref == unsigned(Descriptor))
    return Base;
  Loc L;
  L.Kind = LocKind::Elem;
  L.Ref = Descriptor;
  L.Parent = Base;
  L.TypeId = TypeId;
  L.Made = Locs[Base].Made;
  return makeLoc(L);
}

Id Interpreter::globalLoc(Id Variable) {
  Loc L;
  L.Kind = LocKind::Global;
  L.Ref = Variable;
  L.TypeId = P.entity(Variable).TypeId;
  L.At = P.entity(Variable).Loc;
  Id New = makeLoc(L);
  noteObject(New, L.TypeId);
  return New;
}

/// Called by a thread in each turn of its loop, it returns before the next.
bool Interpreter::calledInTurn(Id Ctx) const {
  std::set<Id> Seen;
  while (Ctx != None && Seen.insert(Ctx).second) {
    const Activation &A = Acts[Ctx];
    if (A.Caller == None || A.Callers.empty() ||
        Acts[A.Caller].When != Phase::Background)
      return false;
    const FunctionBody &B = *body(Acts[A.Caller].Function);
    Id Call = A.Callers.front().Call;
    Id At = Call == None ? None : statementOf(B, Call);
    if (At != None && outermostLoop(B, B.Stmts[At].Region) != None)
      return true;
    Ctx = A.Caller;
  }
  return false;
}

Id Interpreter::variableLoc(Id Ctx, Id Variable) {
  const Entity &V = P.entity(Variable);
  if (V.Store != Storage::Local && V.Store != Storage::Param)
    return globalLoc(Variable);
  // A captured variable is found in the closure, or in the one around it.
  for (Id C = Ctx; C != None;) {
    const Activation &A = Acts[C];
    if (A.ClosureId == None)
      break;
    const Closure &K = Closures[A.ClosureId];
    for (auto [Var, L] : K.Captured)
      if (Var == Variable)
        return L;
    if (V.Parent == A.Function)
      break;
    C = K.Ctx;
  }
  Loc L;
  L.Kind = LocKind::Local;
  L.Ref = Variable;
  L.Ctx = Ctx;
  L.TypeId = V.TypeId;
  L.At = V.Loc;
  const Activation &A = Acts[Ctx];
  L.Made = A.When;
  if ((V.has(EF_InLoop) && (A.HasJobLoop || A.When == Phase::Background)) ||
      (A.When == Phase::Background && calledInTurn(Ctx)))
    L.Made = Phase::Request; // one turn's own
  Id New = makeLoc(L);
  if (Locs[New].Made != L.Made) { // by now the loop is known to take jobs
    Locs[New].Made = L.Made;
    Changed = true;
  }
  noteObject(New, V.TypeId);
  return New;
}

/// A function that waits for the next connection, with objects that it makes
/// for it, runs once before there is any: that turn's are one connection's,
/// too.
void Interpreter::madeAhead(Id L) {
  const FunctionBody *B = body(Locs[L].Parent);
  if (Locs[L].Made != Phase::Request || !B ||
      llvm::none_of(B->Calls, [&](const CallFact &C) {
        return hasWord(C.Name, {"accept"}) && model(C, *B);
      }))
    return;
  for (Id Other = 0; Other < Locs.size(); ++Other)
    if (Locs[Other].Kind == LocKind::Heap && Other != L &&
        Locs[Other].Parent == Locs[L].Parent &&
        Locs[Other].Ref == Locs[L].Ref && Locs[Other].Made == Phase::StartUp &&
        Ahead.insert(Other).second)
      Changed = true;
}

Id Interpreter::heapLoc(Id Ctx, Id Node, Id TypeId, Phase Now) {
  Loc L;
  L.Kind = LocKind::Heap;
  L.Ref = Node;
  L.Parent = Acts[Ctx].Function;
  L.TypeId = TypeId;
  L.Made = Now;
  const FunctionBody *B = body(Acts[Ctx].Function);
  if (B && Node < B->Nodes.size())
    L.At = B->Nodes[Node].Loc;
  Id New = makeLoc(L);
  noteObject(New, TypeId);
  madeAhead(New);
  noteClient(New);
  return New;
}

/// One of many that come and go, and that end by themselves: `delete this` in a
/// class that it is derived from.
void Interpreter::noteClient(Id L) {
  const FunctionBody *B = body(Locs[L].Parent);
  // Where `accept()` stands, too, before it is known for a loop of jobs.
  bool Serves = Locs[L].Made == Phase::Request ||
                (Locs[L].Made == Phase::Background && B &&
                 llvm::any_of(B->Calls, [&](const CallFact &C) {
                   const FunctionModel *Model = model(C, *B);
                   return Model && Model->accepts();
                 }));
  Id Record = Serves ? T.record(Locs[L].TypeId) : None;
  // The one for the first client is made before it comes.
  if (Record != None &&
      (T.ownsConnection(Record) || T.ownsRequest(Record) ||
       T.holdsDescriptor(Record)) &&
      PerConnection.insert(Record).second) {
    for (Id Base : T.withBases(Record))
      ConnectionClasses.insert(Base);
    Changed = true;
  }
  if (Record != None && !SelfDeleting.count(Record) &&
      llvm::any_of(T.withBases(Record),
                   [&](Id Base) { return SelfDeleting.count(Base) != 0; })) {
    SelfDeleting.insert(Record);
    Changed = true;
  }
}

Id Interpreter::tempLoc(Id Ctx, Id Node) {
  const FunctionBody *B = body(Acts[Ctx].Function);
  Loc L;
  L.Kind = LocKind::Temp;
  L.Ref = Node;
  L.Parent = Acts[Ctx].Function;
  L.Ctx = Ctx;
  L.Made = Current;
  L.TypeId = B->Nodes[Node].TypeId;
  L.At = B->Nodes[Node].Loc;
  return makeLoc(L);
}

Id Interpreter::instanceLoc(Id Record, Phase Made) {
  Loc L;
  L.Kind = LocKind::Instance;
  L.Ref = Record;
  L.Made = Made;
  L.At = P.entity(Record).Loc;
  return makeLoc(L);
}

/// What a framework passes as parameter: data of the request.
Id Interpreter::outsideLoc(Id Ctx, Id Param) {
  Loc L;
  L.Kind = LocKind::Unknown;
  L.Ref = Param;
  L.Ctx = Ctx;
  L.Made = Phase::Request;
  L.TypeId = T.value(P.entity(Param).TypeId);
  return makeLoc(L);
}

bool Interpreter::add(Id L, Value V) {
  if (V == refTo(L))
    return false;
  bool New = Contents[L].insert(V);
  Changed |= New;
  return New;
}

bool Interpreter::add(Id L, const ValueSet &V) {
  bool Any = false;
  for (const Value &X : V)
    Any |= add(L, X);
  return Any;
}

/// Remembers objects of the project's classes by class.
void Interpreter::noteObject(Id L, Id TypeId) {
  Id Target = T.value(TypeId);
  if (Target != None && P.type(Target).Kind == TypeKind::Array)
    Target = T.target(Target);
  Id R = T.record(Target);
  if (R == None || !P.entity(R).has(EF_Project) || T.pointerLike(Target))
    return;
  for (Id B : T.withBases(R))
    if (ObjectIds[B].insert(L).second)
      Changed = true;
}

std::vector<Id> Interpreter::objectsOf(Id Record, bool OnlyStartUp) const {
  std::vector<Id> Out;
  auto It = ObjectIds.find(Record);
  if (It == ObjectIds.end())
    return Out;
  for (Id L : It->second)
    if (!OnlyStartUp || survivor(L))
      Out.push_back(L);
  return Out;
}

const FunctionBody *Interpreter::body(Id Function) const {
  Id B = Function == None ? None : P.BodyOf[Function];
  return B == None ? nullptr : &P.Bodies[B];
}

Id Interpreter::root(Id L) const {
  while (Locs[L].Kind >= LocKind::Field)
    L = Locs[L].Parent;
  return L;
}

bool Interpreter::perConnection(Id L) const {
  for (; Locs[L].Kind >= LocKind::Field; L = Locs[L].Parent)
    if (Locs[L].Kind == LocKind::Elem && Locs[L].Ref)
      return true;
  return false;
}

/// The function returns before anything is served: it waits for nobody, and no
/// code of ours that it calls does.
bool Interpreter::returnsAtOnce(Id Function, unsigned Depth) const {
  const FunctionBody *B = body(Function);
  if (!B)
    return true;
  auto [It, New] = AtOnce.try_emplace(Function, true);
  if (!New)
    return It->second;
  for (Id R = 0; R < B->Regions.size(); ++R)
    if (JobLoops.count({Function, R}) || ForEver.count({Function, R}))
      return AtOnce[Function] = false;
  for (const CallFact &C : B->Calls) {
    const FunctionModel *Model = model(C, *B);
    if (Model && (Model->Serves || Model->JobSource || Model->Waits))
      return AtOnce[Function] = false;
    if (Depth > 4 || (C.Callee != None && !returnsAtOnce(C.Callee, Depth + 1)))
      return AtOnce[Function] = false;
  }
  return true;
}

bool Interpreter::survivor(Id L) const {
  const Loc &R = Locs[root(L)];
  if (R.Kind == LocKind::Unknown)
    return false;
  if (R.Kind == LocKind::Global)
    return true;
  if (R.Made == Phase::Request || (R.Made == Phase::Root && O.WholeProgram) ||
      Ahead.count(root(L)))
    return false;
  // One for each connection or call: also the one that is made ahead of it, and
  // the listener's record beside the clients'.
  if (R.Kind == LocKind::Heap ||
      (R.Kind == LocKind::Local && T.ownRecord(R.TypeId) &&
       !T.pointerLike(R.TypeId)))
    if (Id Class = T.record(T.target(R.TypeId));
        Class != None && PerConnection.count(Class))
      return false;
  if (R.Kind == LocKind::Local &&
      (OfOperations.count(R.Ref) || Returned.count(R.Ref) ||
       (P.entity(R.Ref).Store == Storage::Local &&
        onlyDrains(P.entity(R.Ref).Parent))))
    return false;
  // `Book book; load(book); for (...) entries_.insert(...)` in a constructor
  if (R.Kind == LocKind::Local && P.entity(R.Ref).Store == Storage::Local &&
      P.entity(R.Ref).Parent != None &&
      P.entity(P.entity(R.Ref).Parent).has(EF_Ctor) &&
      returnsAtOnce(P.entity(R.Ref).Parent, 0))
    return false;
  // A pointer or reference that stands for one of them.
  if (R.Kind == LocKind::Local &&
      (T.reference(R.TypeId) || T.pointerLike(T.value(R.TypeId))))
    if (Id Class = T.record(T.target(R.TypeId));
        Class != None && ConnectionClasses.count(Class))
      return false;
  Id Record =
      R.Kind == LocKind::Instance ? R.Ref : T.record(T.target(R.TypeId));
  return Record == None || !SelfDeleting.count(Record);
}

/// Locations that L was copied from: an object's cell refers to them, and a
/// part has the parts of what its whole was copied from.
void Interpreter::copySources(Id L, std::vector<Id> &Out,
                              unsigned Depth) const {
  constexpr unsigned MaxSteps = 2000; // objects copied to and fro among many
  if (Depth == 0)
    CopySteps = 0;
  if (Depth > 16 || Out.size() > 32 || ++CopySteps > MaxSteps)
    return;
  auto Add = [&](Id Source) {
    if (Source == L || llvm::is_contained(Out, Source))
      return;
    Out.push_back(Source);
    copySources(Source, Out, Depth + 1);
  };
  if (!T.pointerLike(Locs[L].TypeId))
    for (const Value &V : Contents[L])
      if (V.Kind == ValueKind::Ref)
        Add(V.A);
  const Loc &X = Locs[L];
  if (X.Kind < LocKind::Field)
    return;
  std::vector<Id> Wholes;
  copySources(X.Parent, Wholes, Depth + 1);
  for (Id Whole : Wholes)
    for (Id Ref : {X.Ref, X.Kind == LocKind::Elem ? 1 - X.Ref : X.Ref}) {
      auto It = LocIds.find({int(X.Kind), Ref, Whole, None, 0});
      if (It != LocIds.end())
        Add(It->second);
    }
}

ValueSet Interpreter::resolved(Id L, unsigned Depth) const {
  ValueSet Out;
  if (Depth > 4)
    return Out;
  std::vector<Id> From = {L};
  copySources(L, From, 0);
  // A string refers to other strings only as what it was copied from.
  bool Text = T.stringLike(Locs[L].TypeId) && !T.pointerLike(Locs[L].TypeId);
  for (Id Source : From)
    for (const Value &V : Contents[Source])
      if (!(Text && V.Kind == ValueKind::Ref))
        Out.insert(V);
  // Characters of a string are the string.
  const Loc &X = Locs[L];
  if (X.Kind == LocKind::Elem && T.stringLike(Locs[X.Parent].TypeId))
    Out.merge(resolved(X.Parent, Depth + 1));
  return Out;
}

/// Breadth first: each place is looked at once, by the shortest way to it.
uint32_t Interpreter::origins(const ValueSet &V) const {
  constexpr unsigned MaxDepth = 4;
  uint32_t Bits = 0;
  std::vector<const ValueSet *> Level = {&V}, Next;
  std::unordered_set<uint64_t> Seen;
  auto First = [&](ValueKind Kind, Id A, Id B = 0) {
    return Seen.insert(uint64_t(Kind) << 60 ^ uint64_t(B) << 32 ^ A).second;
  };
  for (unsigned Depth = 0; !Level.empty(); ++Depth) {
    for (const ValueSet *Set : Level)
      for (const Value &X : *Set) {
        if (X.Kind == ValueKind::From)
          Bits |= 1u << X.A;
        if (Depth == MaxDepth)
          continue;
        if (X.Kind == ValueKind::Concat && First(X.Kind, X.A)) {
          for (const ValueSet &Part : Concats[X.A])
            Next.push_back(&Part);
        } else if (X.Kind == ValueKind::Ref) {
          for (Id L = X.A; L != None && First(X.Kind, L);
               L = Locs[L].Kind >= LocKind::Field ? Locs[L].Parent : None)
            Next.push_back(&Contents[L]);
        } else if (X.Kind == ValueKind::Closure && First(X.Kind, X.A)) {
          for (auto [Variable, Cell] : Closures[X.A].Captured)
            Next.push_back(&Contents[Cell]);
        } else if (X.Kind == ValueKind::Bound && First(X.Kind, X.A)) {
          Next.push_back(&Bounds[X.A].Targets);
          for (const ValueSet &Arg : Bounds[X.A].Args)
            Next.push_back(&Arg);
        } else if (X.Kind == ValueKind::Param && First(X.Kind, X.A, X.B)) {
          for (const auto &C : Acts[X.A].Callers)
            if (X.B < C.Strings.size())
              Next.push_back(&C.Strings[X.B]);
        }
      }
    Level.swap(Next);
    Next.clear();
  }
  return Bits;
}

} // namespace factor6
