//===- Units.cpp - Link units told from the code alone --------------------===//

#include "link/Units.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

#include <set>

using namespace factor6;
using llvm::StringRef;

namespace {

/// Which TU needs which: by functions, variables and, for objects that are
/// made, the methods of their class.
class Connections {
public:
  explicit Connections(llvm::ArrayRef<const Summary *> Summaries)
      : Summaries(Summaries) {
    for (size_t I = 0; I < Summaries.size(); ++I)
      addDefinitions(I);
    for (size_t I = 0; I < Summaries.size(); ++I)
      Needs.push_back(needsOf(I));
  }

  const std::set<size_t> &needs(size_t Tu) const { return Needs[Tu]; }

  /// No linker takes both: they define the same thing, each in a file of its
  /// own.
  bool conflict(size_t Tu, const std::set<size_t> &Program) const;

  /// How many leading characters two TUs' paths share.
  size_t nearness(size_t A, size_t B) const;

private:
  void addDefinitions(size_t Tu);
  std::set<size_t> needsOf(size_t Tu) const;
  void addNeed(size_t Tu, StringRef USR, std::set<size_t> &Out) const;

  llvm::ArrayRef<const Summary *> Summaries;
  llvm::StringMap<std::vector<size_t>>
      Definitions; ///< function or variable -> TUs
  llvm::StringMap<std::set<std::string>>
      Methods; ///< record -> its methods with a body
  std::vector<llvm::StringMap<StringRef>>
      Places; ///< by TU: what it defines -> the file
  std::vector<std::set<size_t>> Needs;
};

void insertOnce(std::vector<size_t> &List, size_t Tu) {
  if (List.empty() || List.back() != Tu) // TUs come in order
    List.push_back(Tu);
}

void Connections::addDefinitions(size_t Tu) {
  const Summary &S = *Summaries[Tu];
  Places.emplace_back();
  for (const Entity &E : S.Entities) {
    bool Function = E.Kind == EntityKind::Function && E.has(EF_Body);
    bool Variable =
        E.Kind == EntityKind::Variable && E.has(EF_Defined) &&
        (E.Store == Storage::Global || E.Store == Storage::StaticMember);
    if ((!Function && !Variable) || E.has(EF_Internal | EF_Main))
      continue;
    insertOnce(Definitions[E.USR], Tu);
    // What stands in its class is inline: each may have one of its own.
    bool InClass = E.Parent < S.Entities.size() &&
                   S.Entities[E.Parent].Kind == EntityKind::Record &&
                   S.Entities[E.Parent].Loc.File == E.Loc.File;
    if (!E.has(EF_Template) && !InClass && E.Loc.File < S.Files.size())
      Places.back()[E.USR] = S.Files[E.Loc.File].Path;
    // What one TU instantiates of a template is no definition for another.
    if (Function && !E.has(EF_Template) && E.Parent < S.Entities.size() &&
        S.Entities[E.Parent].Kind == EntityKind::Record)
      Methods[S.Entities[E.Parent].USR].insert(E.USR);
  }
}

bool Connections::conflict(size_t Tu, const std::set<size_t> &Program) const {
  return llvm::any_of(Places[Tu], [&](const auto &Here) {
    auto Found = Definitions.find(Here.getKey());
    return Found != Definitions.end() &&
           llvm::any_of(Found->second, [&](size_t Other) {
             auto There = Places[Other].find(Here.getKey());
             return Program.count(Other) && There != Places[Other].end() &&
                    There->second != Here.getValue();
           });
  });
}

size_t Connections::nearness(size_t A, size_t B) const {
  StringRef X = Summaries[A]->MainFile, Y = Summaries[B]->MainFile;
  size_t I = 0;
  while (I < X.size() && I < Y.size() && X[I] == Y[I])
    ++I;
  return I;
}

/// Of several definitions (two programs in one database with a `util.cpp`
/// each), the nearest by path is meant.
void Connections::addNeed(size_t Tu, StringRef USR,
                          std::set<size_t> &Out) const {
  auto Found = Definitions.find(USR);
  if (Found == Definitions.end() || llvm::is_contained(Found->second, Tu))
    return;
  size_t Best = 0;
  for (size_t Other : Found->second)
    Best = std::max(Best, nearness(Tu, Other));
  for (size_t Other : Found->second)
    if (nearness(Tu, Other) == Best)
      Out.insert(Other);
}

std::set<size_t> Connections::needsOf(size_t Tu) const {
  const Summary &S = *Summaries[Tu];
  std::set<Id> Used, Made;
  for (const FunctionBody &B : S.Bodies) {
    for (const CallFact &C : B.Calls) {
      Used.insert(C.Callee);
      if ((C.Flags & CF_Construct) && C.Callee < S.Entities.size())
        Made.insert(S.Entities[C.Callee].Parent);
      for (Id TypeId : C.TemplateArgs) // `make_shared<Class>()`
        if (TypeId < S.Types.size())
          Made.insert(S.Types[TypeId].Record);
    }
    for (const Node &N : B.Nodes) {
      if (N.Kind == NodeKind::Var || N.Kind == NodeKind::Func)
        Used.insert(N.Ref);
      if ((N.Kind == NodeKind::New || N.Kind == NodeKind::Object) &&
          N.TypeId < S.Types.size())
        Made.insert(S.Types[N.TypeId].Record);
    }
  }
  std::set<size_t> Out;
  for (Id E : Used)
    if (E < S.Entities.size())
      addNeed(Tu, S.Entities[E].USR, Out);
  // With an object come the methods of its class: a virtual table names them,
  // and no call does.
  for (Id R : Made) {
    auto Found =
        R < S.Entities.size() ? Methods.find(S.Entities[R].USR) : Methods.end();
    if (Found != Methods.end())
      for (const std::string &Method : Found->second)
        addNeed(Tu, Method, Out);
  }
  return Out;
}

bool hasMain(const Summary &S) {
  return llvm::any_of(S.Entities, [](const Entity &E) {
    return E.has(EF_Main) && E.has(EF_Body);
  });
}

bool isTestPath(StringRef Path) {
  return Path.contains("/test/") || Path.contains("/tests/");
}

/// A program has one `main`: another one's TU is no part of it, even if the two
/// happen to name their classes alike.
std::set<size_t> reachable(size_t From, const Connections &Links,
                           const std::set<size_t> &Mains) {
  std::set<size_t> Seen{From};
  std::vector<size_t> Pending{From};
  while (!Pending.empty()) {
    size_t Tu = Pending.back();
    Pending.pop_back();
    std::vector<size_t> Nearest(Links.needs(Tu).begin(), Links.needs(Tu).end());
    llvm::stable_sort(Nearest, [&](size_t A, size_t B) {
      return Links.nearness(From, A) > Links.nearness(From, B);
    });
    for (size_t Next : Nearest)
      if (!Mains.count(Next) && !Seen.count(Next) &&
          !Links.conflict(Next, Seen)) {
        Seen.insert(Next);
        Pending.push_back(Next);
      }
  }
  return Seen;
}

/// Gives what no `main` reaches to the program it evidently belongs to: the
/// only one there is, or the only one whose code it uses. What stays is
/// returned.
std::set<size_t> adopt(std::vector<std::set<size_t>> &Programs,
                       llvm::ArrayRef<const Summary *> Summaries,
                       llvm::ArrayRef<size_t> Mains, const Connections &Links) {
  std::set<size_t> Left;
  for (size_t Tu = 0; Tu < Summaries.size(); ++Tu)
    if (llvm::none_of(Programs, [&](const auto &P) { return P.count(Tu); }))
      Left.insert(Tu);
  std::vector<size_t> Real;
  for (size_t I = 0; I < Mains.size(); ++I)
    if (!isTestPath(Summaries[Mains[I]]->MainFile))
      Real.push_back(I);
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (size_t Tu : std::set<size_t>(Left)) {
      if (isTestPath(Summaries[Tu]->MainFile))
        continue;
      std::set<size_t> Homes;
      for (size_t I : Real)
        if (Real.size() == 1 || llvm::any_of(Links.needs(Tu), [&](size_t N) {
              return Programs[I].count(N);
            }))
          Homes.insert(I);
      if (Homes.size() != 1)
        continue;
      Programs[*Homes.begin()].insert(Tu);
      Left.erase(Tu);
      Changed = true;
    }
  }
  return Left;
}

} // namespace

std::vector<ProgramUnit>
factor6::connectedUnits(llvm::ArrayRef<const Summary *> Summaries) {
  Connections Links(Summaries);
  std::vector<size_t> Mains;
  for (size_t Tu = 0; Tu < Summaries.size(); ++Tu)
    if (hasMain(*Summaries[Tu]))
      Mains.push_back(Tu);
  std::set<size_t> AllMains(Mains.begin(), Mains.end());
  std::vector<std::set<size_t>> Programs;
  Programs.reserve(Mains.size());
  for (size_t Tu : Mains)
    Programs.push_back(reachable(Tu, Links, AllMains));
  std::set<size_t> Left = adopt(Programs, Summaries, Mains, Links);
  std::vector<ProgramUnit> Units;
  Units.reserve(Mains.size() + 1);
  for (size_t I = 0; I < Mains.size(); ++I)
    Units.push_back({Summaries[Mains[I]]->MainFile,
                     {Programs[I].begin(), Programs[I].end()},
                     /*Whole=*/true});
  auto Deployed = [&](size_t Tu) {
    return !isTestPath(Summaries[Tu]->MainFile);
  };
  if (!Left.empty())
    Units.push_back({"",
                     {Left.begin(), Left.end()},
                     /*Whole=*/false,
                     /*Unclaimed=*/llvm::any_of(Mains, Deployed)});
  return Units;
}
