//===- Merge.cpp - One report per finding ---------------------------------===//

#include "driver/Merge.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>
#include <tuple>

using namespace factor6;

static auto orderOf(const Finding &F) {
  return std::tie(F.At.File, F.At.Line, F.At.Column, F.Rule, F.Symbol);
}

bool factor6::findingBefore(const Finding &A, const Finding &B) {
  return orderOf(A) < orderOf(B);
}

using PlaceKey = std::tuple<std::string, uint32_t, uint32_t>;

/// Where the variables are that \p Unit knows.
static std::set<PlaceKey> variablePlaces(const UnitFindings &Unit) {
  std::set<PlaceKey> Places;
  for (const Summary *S : Unit.Members)
    for (const Entity &E : S->Entities)
      if ((E.Kind == EntityKind::Variable || E.Kind == EntityKind::Field) &&
          E.Loc.File < S->Files.size() && E.Store != Storage::Local &&
          E.Store != Storage::Param)
        Places.insert({S->Files[E.Loc.File].Path, E.Loc.Line, E.Loc.Column});
  return Places;
}

/// Drops "never written" where another unit has the same state and does not
/// say so.
static void dropContradicted(std::vector<UnitFindings> &Units) {
  std::map<PlaceKey, size_t>
      SaidBy; // place of a finding -> units that have one there
  std::set<PlaceKey> Declared;
  for (const UnitFindings &Unit : Units) {
    std::set<PlaceKey> Here;
    for (const Finding &F : Unit.Findings) {
      PlaceKey Key{F.At.File, F.At.Line, F.At.Column};
      Here.insert(Key);
      if (F.Proof == Evidence::Declared)
        Declared.insert(Key);
    }
    for (const PlaceKey &Key : Here)
      ++SaidBy[Key];
  }
  if (Units.size() < 2 || Declared.empty())
    return;
  std::map<PlaceKey, size_t> KnownTo;
  for (const UnitFindings &Unit : Units)
    for (const PlaceKey &Key : variablePlaces(Unit))
      if (Declared.count(Key))
        ++KnownTo[Key];
  for (UnitFindings &Unit : Units)
    llvm::erase_if(Unit.Findings, [&](const Finding &F) {
      PlaceKey Key{F.At.File, F.At.Line, F.At.Column};
      return F.Proof == Evidence::Declared && SaidBy[Key] < KnownTo[Key];
    });
}

std::vector<Finding> factor6::mergeFindings(std::vector<UnitFindings> Units) {
  dropContradicted(Units);
  std::vector<Finding> All;
  for (UnitFindings &Unit : Units)
    std::move(Unit.Findings.begin(), Unit.Findings.end(),
              std::back_inserter(All));
  // The strongest first; of equals, the first unit's.
  llvm::stable_sort(All, [](const Finding &A, const Finding &B) {
    if (orderOf(A) != orderOf(B))
      return orderOf(A) < orderOf(B);
    return A.Level > B.Level;
  });
  All.erase(std::unique(All.begin(), All.end(),
                        [](const Finding &A, const Finding &B) {
                          return orderOf(A) == orderOf(B);
                        }),
            All.end());
  return All;
}
