//===- Gate.cpp - Which findings count, and what the run is worth ---------===//

#include "gate/Gate.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>

using namespace factor6;
using llvm::StringRef;

//===-- Check names -------------------------------------------------------===//

/// `*` stands for any text, everything else for itself.
static bool globMatches(StringRef Pattern, StringRef Name) {
  auto [Head, Rest] = Pattern.split('*');
  if (Head.size() == Pattern.size())
    return Name == Pattern;
  if (!Name.consume_front(Head))
    return false;
  if (Rest.empty())
    return true;
  for (size_t I = 0; I <= Name.size(); ++I)
    if (globMatches(Rest, Name.drop_front(I)))
      return true;
  return false;
}

CheckGlobs::CheckGlobs(StringRef List, bool Initially) : Initially(Initially) {
  while (!List.empty()) {
    size_t End = std::min(List.find_first_of(",\n"), List.size());
    StringRef One = List.take_front(End).trim();
    List = List.drop_front(std::min(End + 1, List.size()));
    bool Positive = !One.consume_front("-");
    if (!One.trim().empty())
      Globs.push_back({One.trim().str(), Positive});
  }
}

bool CheckGlobs::contains(StringRef Name) const {
  for (const Glob &G : llvm::reverse(Globs))
    if (globMatches(G.Pattern, Name))
      return G.Positive;
  return Initially;
}

CheckGlobs factor6::enabledChecks(StringRef List) {
  StringRef First = List.trim();
  return CheckGlobs(List, First.empty() || First.starts_with("-"));
}

//===-- Findings ----------------------------------------------------------===//

void factor6::applySuppressions(std::vector<Judged> &Findings,
                                llvm::ArrayRef<Summary> Summaries) {
  std::set<StringRef> Concerned;
  for (const Judged &J : Findings)
    Concerned.insert(J.F.At.File);
  std::map<StringRef, std::vector<const Suppression *>> ByFile;
  for (const Summary &S : Summaries)
    for (const Suppression &Sup : S.Suppressions)
      if (Sup.File < S.Files.size() && Concerned.count(S.Files[Sup.File].Path))
        ByFile[S.Files[Sup.File].Path].push_back(&Sup);
  for (Judged &J : Findings) {
    auto Found = ByFile.find(J.F.At.File);
    if (Found == ByFile.end())
      continue;
    J.Suppressed |= llvm::any_of(Found->second, [&](const Suppression *Sup) {
      return Sup->FirstLine <= J.F.At.Line && J.F.At.Line <= Sup->LastLine &&
             CheckGlobs(Sup->Checks).contains(J.F.Rule);
    });
  }
}

static bool liesIn(StringRef File, StringRef Path) {
  Path = Path.rtrim('/');
  return File.consume_front(Path) && (File.empty() || File.starts_with("/"));
}

void factor6::keepWanted(std::vector<Judged> &Findings,
                         const CheckGlobs &Enabled,
                         llvm::ArrayRef<std::string> Paths) {
  llvm::erase_if(Findings, [&](const Judged &J) {
    bool Wanted =
        Paths.empty() || llvm::any_of(Paths, [&](const std::string &Path) {
          return liesIn(J.F.At.File, Path);
        });
    return !Wanted || !Enabled.contains(J.F.Rule);
  });
}

//===-- Verdict -----------------------------------------------------------===//

Counts factor6::count(const Report &R) {
  Counts C;
  std::set<StringRef> Files;
  for (const Judged &J : R.Findings) {
    if (J.Suppressed || J.Fixed)
      continue;
    Files.insert(J.F.At.File);
    ++(J.F.Level == Severity::Error     ? C.Errors
       : J.F.Level == Severity::Warning ? C.Warnings
                                        : C.Notes);
  }
  C.Files = Files.size();
  return C;
}

Verdict factor6::judge(const Report &R, Severity FailOn, bool AllowIncomplete) {
  if (R.WithFacts == 0)
    return R.Failed.empty() ? Verdict::Usage : Verdict::Incomplete;
  if (!R.Failed.empty() && !AllowIncomplete)
    return Verdict::Incomplete;
  bool Fails = llvm::any_of(R.Findings, [&](const Judged &J) {
    return !J.Suppressed && !J.Fixed && J.F.Level >= FailOn;
  });
  return Fails ? Verdict::Findings : Verdict::Clean;
}

StringRef factor6::severityName(Severity Level) {
  switch (Level) {
  case Severity::Note:
    return "note";
  case Severity::Warning:
    return "warning";
  case Severity::Error:
    return "error";
  }
  return "warning";
}

std::optional<Severity> factor6::parseSeverity(StringRef Name) {
  for (Severity Level : {Severity::Note, Severity::Warning, Severity::Error})
    if (severityName(Level) == Name)
      return Level;
  return std::nullopt;
}
