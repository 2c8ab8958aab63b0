//===- Analysis.cpp -------------------------------------------------------===//
#include "rules/Analysis.h"

#include "rules/Registry.h"

#include "llvm/ADT/STLExtras.h"

#include <memory>

namespace factor6 {

namespace {

void sortAndMerge(std::vector<Finding> &Findings) {
  auto Key = [](const Finding &F) { return std::tie(F.At, F.Rule, F.Symbol); };
  llvm::stable_sort(Findings, [&](const Finding &A, const Finding &B) {
    return Key(A) < Key(B);
  });
  Findings.erase(std::unique(Findings.begin(), Findings.end(),
                             [&](const Finding &A, const Finding &B) {
                               return Key(A) == Key(B);
                             }),
                 Findings.end());
}

/// Uses a test framework: no part of a deployed process.
bool isTest(const Summary &S, const ModelSet &Models) {
  for (const Entity &E : S.Entities) {
    if (E.Kind != EntityKind::Record || E.has(EF_Project))
      continue;
    const ClassModel *M = Models.type(E.QualifiedName);
    if (M && M->TypeRole == Role::Test)
      return true;
  }
  return false;
}

std::vector<const Summary *> deployed(llvm::ArrayRef<const Summary *> Units,
                                      const ModelSet &Models) {
  std::vector<const Summary *> Out;
  for (const Summary *S : Units)
    if (!isTest(*S, Models))
      Out.push_back(S);
  return Out;
}

} // namespace

AnalysisResult analyze(llvm::ArrayRef<const Summary *> Units,
                       const AnalysisOptions &Options,
                       llvm::StringRef LinkUnit) {
  const ModelSet &Models =
      Options.Models ? *Options.Models : ModelSet::builtin();
  Program P = link(deployed(Units, Models));
  AnalysisOptions Effective = Options;
  // A program that is seen whole has a main.
  Effective.WholeProgram =
      (Options.WholeProgram && P.HasMain) || Options.Unclaimed;
  InterpreterOptions IO;
  IO.EntryPoints = Options.EntryPoints;
  IO.WholeProgram = Effective.WholeProgram;
  auto Run = std::make_unique<Interpreter>(P, Models, IO);
  Run->run();
  if (Run->foundLate()) {
    IO.JobLoops = Run->jobLoops();
    IO.Draining = Run->draining();
    Run = std::make_unique<Interpreter>(P, Models, IO);
    Run->run();
  }
  const Interpreter &I = *Run;
  std::vector<State> States = collectStates(I);
  Strings Text(I);
  Files Life(I, Text);
  RuleContext C{I, Text, Life, States, Effective, false, LinkUnit.str()};
  C.OneShot = Effective.WholeProgram && !I.looksLikeService();
  AnalysisResult Result;
  for (RuleFunction Rule : ruleFunctions())
    Rule(C, Result.Findings);
  sortAndMerge(Result.Findings);
  if (I.entries().empty() && !I.anyJobLoop() && P.HasMain)
    Result.Remarks.push_back(
        (LinkUnit.empty() ? std::string("the program") : LinkUnit.str()) +
        ": no entry point was recognised; name one with --entry-point or "
        "[[clang::annotate(\"factor6::entry_point\")]]");
  for (const EntryPoint &E : I.entries())
    Result.Entries.push_back(E.Text);
  llvm::sort(Result.Entries);
  return Result;
}

} // namespace factor6
