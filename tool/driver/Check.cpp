//===- Check.cpp - From a compile database to findings --------------------===//

#include "driver/Check.h"

#include "driver/DeploymentFiles.h"
#include "driver/LinkUnits.h"
#include "driver/Merge.h"
#include "driver/Project.h"
#include "extract/BesideFile.h"
#include "facts/Encoding.h"
#include "link/ConstAgreement.h"
#include "link/Units.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

#include <map>
#include <set>

using namespace factor6;
using llvm::StringRef;

llvm::Expected<Project>
factor6::openProject(StringRef Database,
                     const std::vector<std::string> &SearchFrom,
                     StringRef Root) {
  llvm::Expected<std::string> Path = findDatabase(Database, SearchFrom);
  if (!Path)
    return Path.takeError();
  llvm::Expected<CompileDatabase> Read = readDatabase(*Path);
  if (!Read)
    return Read.takeError();
  Project P;
  P.Database = std::move(*Read);
  P.Root = projectRoot(Root, P.Database);
  return P;
}

namespace {

/// The outcome of each job; a job without facts has an invalid summary index.
struct Parsed {
  std::vector<std::optional<Summary>> Facts;
  std::vector<std::string> Problems;
};

std::string withCount(const Outcome &O) {
  if (O.Errors < 2)
    return O.Message;
  return O.Message + " (and " + std::to_string(O.Errors - 1) + " more error" +
         (O.Errors > 2 ? "s)" : ")");
}

/// Largest first, so that the last worker does not end long after the others.
std::vector<size_t> schedule(const CompileDatabase &Database) {
  std::vector<size_t> Order;
  for (size_t I = 0; I < Database.Jobs.size(); ++I)
    if (Database.Jobs[I].Skip.empty())
      Order.push_back(I);
  llvm::stable_sort(Order, [&](size_t A, size_t B) {
    return Database.Jobs[A].Size > Database.Jobs[B].Size;
  });
  return Order;
}

llvm::Expected<Parsed> parseAll(const CompileDatabase &Database,
                                const ProjectFiles &Files, PoolSettings Pool) {
  Parsed Result;
  Result.Facts.resize(Database.Jobs.size());
  Result.Problems.resize(Database.Jobs.size());
  std::vector<size_t> Order = schedule(Database);
  Pool.Workers = std::min<size_t>(Pool.Workers, Order.size());
  auto Make = [&](size_t I) {
    const CompileJob &Job = Database.Jobs[I];
    return Request{Job.Directory, Job.File, Job.Args, Files};
  };
  auto Finished = [&](size_t I, Outcome O) {
    if (O.Kind != OutcomeKind::Parsed) {
      Result.Problems[I] = std::move(O.Message);
      return;
    }
    llvm::Expected<Summary> Facts = decode(O.Facts);
    if (!Facts) {
      Result.Problems[I] = llvm::toString(Facts.takeError());
      return;
    }
    Result.Facts[I] = std::move(*Facts);
    if (O.Errors)
      Result.Problems[I] = withCount(O);
  };
  if (llvm::Error Problem = runJobs(Order, Make, Finished, Pool))
    return std::move(Problem);
  return Result;
}

/// A link unit, its members being indexes into the summaries.
struct Unit {
  std::string Name;
  std::vector<const Summary *> Members;
  bool Whole = false;
  bool Unclaimed = false;
};

bool hasMain(const Summary &S) {
  return llvm::any_of(S.Entities,
                      [](const Entity &E) { return E.has(EF_Main); });
}

/// Units of the build system, then units told from the code of what the build
/// system does not mention.
std::vector<Unit> linkUnits(const Project &P,
                            const std::vector<BuildUnit> &Known,
                            llvm::ArrayRef<const Summary *> ByJob) {
  std::vector<Unit> Units;
  std::set<const Summary *> Placed;
  for (const BuildUnit &B : Known) {
    Unit U{B.Name, {}};
    for (size_t Job : jobsOf(B, P.Database))
      if (ByJob[Job])
        U.Members.push_back(ByJob[Job]);
    if (U.Members.empty())
      continue;
    U.Whole =
        llvm::any_of(U.Members, [](const Summary *S) { return hasMain(*S); });
    Placed.insert(U.Members.begin(), U.Members.end());
    Units.push_back(std::move(U));
  }
  std::vector<const Summary *> Rest;
  for (const Summary *S : ByJob)
    if (S && !Placed.count(S))
      Rest.push_back(S);
  for (ProgramUnit &Found : connectedUnits(Rest)) {
    StringRef Name = Found.Name;
    if (Name.consume_front(P.Root))
      Name.consume_front("/");
    Unit U{Name.str(), {}, Found.Whole, Found.Unclaimed};
    for (size_t Index : Found.Members)
      U.Members.push_back(Rest[Index]);
    Units.push_back(std::move(U));
  }
  return Units;
}

void analyzeUnits(const std::vector<Unit> &Units, const ProjectFiles &Files,
                  const CheckSettings &Settings, CheckResult &Result) {
  std::vector<UnitFindings> All;
  std::set<std::string> Entries, Said;
  for (const Unit &U : Units) {
    AnalysisOptions Options = Settings.Analysis;
    Options.WholeProgram = U.Whole;
    Options.Unclaimed = U.Unclaimed;
    Options.Beside = [&](StringRef Source, StringRef Path) {
      return readBeside(Files, Source, Path);
    };
    AnalysisResult Answer = analyze(U.Members, Options, U.Name);
    All.push_back({std::move(Answer.Findings), U.Members});
    Entries.insert(Answer.Entries.begin(), Answer.Entries.end());
    for (std::string &Remark : Answer.Remarks)
      if (Said.insert(Remark).second)
        Result.Remarks.push_back(std::move(Remark));
  }
  Result.Findings = mergeFindings(std::move(All));
  Result.Entries.assign(Entries.begin(), Entries.end());
}

/// Where every wanted path is a source of a known program, the sources of
/// other programs need not be parsed.
void skipOtherPrograms(Project &P, const std::vector<BuildUnit> &Units,
                       const std::vector<std::string> &Wanted) {
  std::set<StringRef> Sources;
  std::set<size_t> Needed;
  for (const BuildUnit &U : Units) {
    bool Concerned = false;
    for (const auto &[Source, Target] : U.Sources) {
      Sources.insert(Source);
      Concerned |= llvm::is_contained(Wanted, Source);
    }
    if (!Concerned)
      continue;
    std::vector<size_t> Jobs = jobsOf(U, P.Database);
    Needed.insert(Jobs.begin(), Jobs.end());
  }
  if (Wanted.empty() ||
      !llvm::all_of(Wanted, [&](StringRef W) { return Sources.count(W); }))
    return;
  for (size_t I = 0; I < P.Database.Jobs.size(); ++I)
    if (P.Database.Jobs[I].Skip.empty() && !Needed.count(I))
      P.Database.Jobs[I].Skip = "not in a program of the named files";
}

} // namespace

llvm::Expected<CheckResult> factor6::check(Project P,
                                           const CheckSettings &Settings) {
  ProjectFiles Files = projectFiles(P.Root, Settings.Excludes, P.Database);
  skipForeignJobs(P.Database, P.Root, Settings.Excludes);
  std::vector<BuildUnit> Known = readBuildUnits(P.Database.Folder);
  skipOtherPrograms(P, Known, Settings.Wanted);

  llvm::Expected<Parsed> Parse = parseAll(P.Database, Files, Settings.Pool);
  if (!Parse)
    return Parse.takeError();

  CheckResult Result;
  Result.Requested = P.Database.Jobs.size();
  std::vector<size_t> Slot(P.Database.Jobs.size());
  for (size_t I = 0; I < P.Database.Jobs.size(); ++I) {
    const CompileJob &Job = P.Database.Jobs[I];
    std::optional<Summary> &Facts = Parse->Facts[I];
    if (!Job.Skip.empty()) {
      ++Result.Skipped;
      ++Result.SkipReasons[Job.Skip];
    } else if (!Parse->Problems[I].empty())
      Result.Failures.push_back(
          {Job.File, Parse->Problems[I], Facts.has_value()});
    else
      ++Result.Analysed;
    Slot[I] = Result.Summaries.size();
    if (Facts)
      Result.Summaries.push_back(std::move(*Facts));
  }
  Result.WithFacts = Result.Summaries.size();
  agreeOnConst(Result.Summaries);

  std::vector<const Summary *> ByJob;
  ByJob.reserve(P.Database.Jobs.size());
  for (size_t I = 0; I < P.Database.Jobs.size(); ++I)
    ByJob.push_back(Parse->Facts[I] ? &Result.Summaries[Slot[I]] : nullptr);
  analyzeUnits(linkUnits(P, Known, ByJob), Files, Settings, Result);
  checkDeploymentFiles(Files, Result.Findings);
  llvm::stable_sort(Result.Findings, findingBefore);
  return Result;
}

llvm::Expected<std::vector<Summary>>
factor6::summarizeFile(const Project &P, StringRef File,
                       const CheckSettings &Settings) {
  CompileDatabase Database = P.Database;
  llvm::erase_if(Database.Jobs,
                 [&](const CompileJob &Job) { return Job.File != File; });
  if (Database.Jobs.empty())
    return lineError(File + ": the compile database " + Database.Path +
                     " does not name this file");
  for (CompileJob &Job : Database.Jobs)
    Job.Skip.clear();
  ProjectFiles Files = projectFiles(P.Root, Settings.Excludes, P.Database);
  llvm::Expected<Parsed> Parse = parseAll(Database, Files, Settings.Pool);
  if (!Parse)
    return Parse.takeError();
  std::vector<Summary> Summaries;
  for (size_t I = 0; I < Database.Jobs.size(); ++I) {
    std::optional<Summary> &Facts = Parse->Facts[I];
    if (!Facts)
      return lineError(File + ": " + Parse->Problems[I]);
    Summaries.push_back(std::move(*Facts));
  }
  return Summaries;
}
