//===- Program.cpp - The entity linker ------------------------------------===//
#include "link/Program.h"

#include "facts/Encoding.h"

#include "llvm/ADT/StringMap.h"

#include <algorithm>

namespace factor6 {

namespace {

class Linker {
public:
  Program take(llvm::ArrayRef<const Summary *> Units);

private:
  void add(const Summary &S);
  void addFiles(const Summary &S);
  void addTypes(const Summary &S);
  void addEntities(const Summary &S);
  void addBody(const FunctionBody &B);
  void mergeEntity(Id Into, const Entity &From);
  void index();

  Id file(Id F) const { return F == None ? None : Files[F]; }
  Id type(Id T) const { return T == None ? None : Types[T]; }
  Id entity(Id E) const { return E == None ? None : Entities[E]; }
  Place place(Place P) const {
    P.File = file(P.File);
    return P;
  }
  std::vector<Id> entities(const std::vector<Id> &In) const {
    std::vector<Id> Out;
    Out.reserve(In.size());
    for (Id E : In)
      Out.push_back(entity(E));
    return Out;
  }

  Program P;
  llvm::StringMap<Id> FileIds, TypeIds, EntityIds;
  std::vector<Id> Files, Types, Entities; ///< of the summary being added
};

std::string typeKey(const Type &T) {
  std::string Key = std::to_string(int(T.Kind)) + (T.Const ? "c" : "") +
                    (T.Template ? "t" : "") + std::to_string(T.Record) + "|" +
                    T.Name + "|" + T.Alias;
  for (Id A : T.Args)
    Key += "," + std::to_string(A);
  return Key;
}

void Linker::addFiles(const Summary &S) {
  Files.clear();
  for (const SourceFile &F : S.Files) {
    auto [It, New] = FileIds.try_emplace(F.Path, P.Files.size());
    if (New)
      P.Files.push_back(F);
    else
      P.Files[It->second].Project |= F.Project;
    Files.push_back(It->second);
  }
}

void Linker::addEntities(const Summary &S) {
  // Ids first: entities name each other.
  Entities.clear();
  std::vector<bool> Fresh;
  for (const Entity &E : S.Entities) {
    auto [It, New] = EntityIds.try_emplace(E.USR, P.Entities.size());
    if (New) {
      P.Entities.emplace_back();
      P.Entities.back().USR = E.USR;
    }
    Fresh.push_back(New);
    Entities.push_back(It->second);
  }
  addTypes(S);
  for (Id I = 0; I < S.Entities.size(); ++I) {
    Entity E = S.Entities[I];
    E.Loc = place(E.Loc);
    E.TypeId = type(E.TypeId);
    E.Parent = entity(E.Parent);
    E.Params = entities(E.Params);
    E.Bases = entities(E.Bases);
    E.Members = entities(E.Members);
    if (Fresh[I])
      P.Entities[Entities[I]] = std::move(E);
    else
      mergeEntity(Entities[I], E);
  }
}

void Linker::mergeEntity(Id Into, const Entity &From) {
  Entity &E = P.Entities[Into];
  constexpr uint32_t Definition = EF_Body | EF_Defined;
  bool Fix = E.has(EF_FixConst) && From.has(EF_FixConst);
  // A forward declaration of another library's class does not make it one's
  // own: where its definition stands does.
  bool Defined = E.has(EF_Defined) || From.has(EF_Defined);
  bool Foreign = E.Kind == EntityKind::Record && Defined &&
                 !(E.has(EF_Defined) && E.has(EF_Project)) &&
                 !(From.has(EF_Defined) && From.has(EF_Project));
  if (!E.has(Definition) && From.has(Definition)) {
    uint32_t Flags = E.Flags;
    E = From;
    E.Flags |= Flags;
  } else {
    E.Flags |= From.Flags;
    if (E.Bases.empty())
      E.Bases = From.Bases;
    if (E.Members.empty())
      E.Members = From.Members;
    if (E.TypeId == None)
      E.TypeId = From.TypeId;
  }
  if (!Fix)
    E.Flags &= ~uint32_t(EF_FixConst);
  if (Foreign)
    E.Flags &= ~uint32_t(EF_Project);
}

void Linker::addTypes(const Summary &S) {
  Types.clear();
  // A type's arguments have smaller or larger ids; resolve on demand.
  Types.assign(S.Types.size(), None);
  auto Resolve = [&](auto &Self, Id T) -> Id {
    if (T == None)
      return None;
    if (Types[T] != None)
      return Types[T];
    Type Copy = S.Types[T];
    Copy.Record = entity(Copy.Record);
    for (Id &A : Copy.Args)
      A = Self(Self, A);
    auto [It, New] = TypeIds.try_emplace(typeKey(Copy), P.Types.size());
    if (New)
      P.Types.push_back(std::move(Copy));
    return Types[T] = It->second;
  };
  for (Id T = 0; T < S.Types.size(); ++T)
    Resolve(Resolve, T);
}

void Linker::addBody(const FunctionBody &In) {
  Id F = entity(In.Function);
  if (P.BodyOf.size() <= F)
    P.BodyOf.resize(P.Entities.size(), None);
  if (P.BodyOf[F] != None)
    return;
  FunctionBody B = In;
  B.Function = F;
  for (Node &N : B.Nodes) {
    bool RefIsEntity = N.Kind == NodeKind::Var || N.Kind == NodeKind::Field ||
                       N.Kind == NodeKind::Lambda || N.Kind == NodeKind::Func ||
                       N.Kind == NodeKind::List;
    if (RefIsEntity)
      N.Ref = entity(N.Ref);
    N.TypeId = type(N.TypeId);
    N.Loc = place(N.Loc);
  }
  for (CallFact &C : B.Calls) {
    C.Callee = entity(C.Callee);
    C.ResultType = type(C.ResultType);
    for (Id &T : C.TemplateArgs)
      T = type(T);
    C.Loc = place(C.Loc);
  }
  for (auto &L : B.CaptureLists)
    for (Capture &C : L)
      C.Variable = entity(C.Variable);
  for (Stmt &S : B.Stmts)
    S.Loc = place(S.Loc);
  for (Region &R : B.Regions)
    R.Loc = place(R.Loc);
  P.BodyOf[F] = P.Bodies.size();
  P.Bodies.push_back(std::move(B));
}

void Linker::add(const Summary &S) {
  addFiles(S);
  addEntities(S);
  P.BodyOf.resize(P.Entities.size(), None);
  for (const FunctionBody &B : S.Bodies)
    addBody(B);
  for (FixSite F : S.Fixes) {
    F.Variable = entity(F.Variable);
    F.At = place(F.At);
    P.Fixes.push_back(std::move(F));
  }
  P.MainFiles.push_back(S.MainFile);
}

void Linker::index() {
  P.Overriders.resize(P.Entities.size());
  P.Derived.resize(P.Entities.size());
  P.Methods.resize(P.Entities.size());
  for (Id E = 0; E < P.Entities.size(); ++E) {
    const Entity &X = P.Entities[E];
    for (Id B : X.Bases)
      (X.Kind == EntityKind::Function ? P.Overriders : P.Derived)[B].push_back(
          E);
    if (X.Kind == EntityKind::Function && X.Parent != None)
      P.Methods[X.Parent].push_back(E);
    P.HasMain |= X.has(EF_Main) && P.BodyOf[E] != None;
  }
}

/// By main file. Where one file is compiled in two ways, the summaries' content
/// decides, so that the order in which they came does not.
bool before(const Summary *A, const Summary *B) {
  if (A == B || A->MainFile != B->MainFile)
    return A != B && A->MainFile < B->MainFile;
  return encode(*A) < encode(*B);
}

Program Linker::take(llvm::ArrayRef<const Summary *> Units) {
  std::vector<const Summary *> Sorted(Units.begin(), Units.end());
  std::sort(Sorted.begin(), Sorted.end());
  Sorted.erase(std::unique(Sorted.begin(), Sorted.end()), Sorted.end());
  std::sort(Sorted.begin(), Sorted.end(), before);
  const Summary *Last = nullptr;
  for (const Summary *S : Sorted) {
    if (!Last || before(Last, S))
      add(*S);
    Last = S;
  }
  P.BodyOf.resize(P.Entities.size(), None);
  index();
  return std::move(P);
}

} // namespace

Program link(llvm::ArrayRef<const Summary *> Units) {
  return Linker().take(Units);
}

} // namespace factor6
