//===- Check.cpp - factor6 check and factor6 dump -------------------------===//

#include "driver/Check.h"
#include "cli/Config.h"
#include "cli/Options.h"
#include "driver/Fixes.h"
#include "driver/FrontEnd.h"
#include "facts/Encoding.h"
#include "gate/Gate.h"
#include "render/Diff.h"
#include "render/Render.h"
#include "render/Source.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <map>
#include <thread>

using namespace factor6;
using llvm::StringRef;

namespace fs = llvm::sys::fs;

namespace {

/// Everything `check` needs, made from options and the configuration file. A
/// step that fails has said why on stderr.
class Session {
public:
  explicit Session(const CheckOptions &Options)
      : Options(Options), Common(Options.Common) {}

  int check();
  int dump(StringRef File);

private:
  bool open();
  bool configure();
  bool loadModels();
  bool validate();
  Report makeReport(CheckResult Result);
  int finish(Report R);
  FixPlan planAllFixes(Report &R) const;
  bool deliverDiff(const Report &R, const FixPlan &Plan) const;
  void explainEmptiness(const CheckResult &Result) const;
  void render(llvm::raw_ostream &Out, const Report &R, Verdict V,
              bool Colors) const;
  bool deliver(const Report &R, Verdict V) const;
  TextOptions textOptions(bool Colors) const;

  const CheckOptions &Options;
  CommonOptions Common;
  Project P;
  ModelSet Models = ModelSet::builtin();
  CheckSettings Settings;
  Severity FailOn = Severity::Warning;
};

bool complain(const llvm::Twine &Line) {
  usageError(Line);
  return false;
}

bool flushOutput() {
  llvm::outs().flush();
  std::error_code Code = llvm::outs().error();
  if (!Code)
    return true;
  llvm::outs().clear_error();
  return complain("cannot write the report: " + Code.message());
}

bool Session::open() {
  std::vector<std::string> From{"."};
  for (const std::string &Path : Options.Paths) {
    if (!fs::exists(Path))
      return complain(Path + ": no such file or folder");
    Settings.Wanted.push_back(absolutePath(Path));
    From.push_back(fs::is_directory(Path)
                       ? Path
                       : llvm::sys::path::parent_path(Path).str());
  }
  if (!Options.ProjectRoot.empty() && !fs::is_directory(Options.ProjectRoot))
    return complain(Options.ProjectRoot + ": no such folder (--project-root)");
  llvm::Expected<Project> Opened =
      openProject(Options.Database, From, Options.ProjectRoot);
  if (!Opened)
    return complain(llvm::toString(Opened.takeError()));
  P = std::move(*Opened);
  if (resourceFolder().empty())
    return complain(
        "clang's own headers are not installed where this factor6 expects them "
        "(" FACTOR6_CLANG_RESOURCE_DIR "): install libclang-common-" +
        llvm::Twine(FACTOR6_LLVM_MAJOR) + "-dev");
  return configure();
}

bool Session::configure() {
  std::string Path =
      Options.Config.empty() ? findConfig(P.Root) : Options.Config;
  if (!Path.empty()) {
    llvm::Expected<CommonOptions> File = readConfig(Path);
    if (!File)
      return complain(llvm::toString(File.takeError()));
    mergeConfig(Common, *File);
  }
  return validate() && loadModels();
}

bool Session::loadModels() {
  bool Good = true;
  for (const std::string &Path : Common.Models) {
    auto Buffer = llvm::MemoryBuffer::getFile(Path);
    if (!Buffer) {
      Good =
          complain(Path + ": cannot be read: " + Buffer.getError().message());
      continue;
    }
    for (const std::string &Line : Models.add((*Buffer)->getBuffer(), Path))
      Good = complain(Line);
  }
  return Good;
}

bool Session::validate() {
  if (Common.FailOn) {
    std::optional<Severity> Level = parseSeverity(*Common.FailOn);
    if (!Level)
      return complain("fail-on must be note, warning or error, not '" +
                      *Common.FailOn + "'");
    FailOn = *Level;
  }
  if (Common.PublicHosts) {
    std::optional<Severity> Level = parseSeverity(*Common.PublicHosts);
    if (!Level)
      return complain("public-hosts must be note, warning or error, not '" +
                      *Common.PublicHosts + "'");
    Settings.Analysis.PublicHosts = *Level;
  }
  for (const std::string &Glob : Common.Excludes)
    if (auto Pattern = llvm::GlobPattern::create(Glob); !Pattern)
      return complain("exclude '" + Glob +
                      "': " + llvm::toString(Pattern.takeError()));
  CheckGlobs Enabled = enabledChecks(Common.Checks.value_or(""));
  if (llvm::none_of(allRules(), [&](const RuleInfo &R) {
        return Enabled.contains(R.Name);
      }))
    return complain("no rule matches the checks '" +
                    Common.Checks.value_or("") + "'; factor6 rules lists them");
  Settings.Excludes = Common.Excludes;
  Settings.Analysis.Models = &Models;
  Settings.Analysis.EntryPoints = Common.EntryPoints;
  Settings.Analysis.EnvFunction = Common.EnvFunction.value_or("");
  Settings.Pool.Program = Options.Program;
  Settings.Pool.Workers =
      Options.Jobs ? Options.Jobs
                   : std::max(1u, std::thread::hardware_concurrency());
  Settings.Pool.TimeoutSeconds = Options.TuTimeout;
  Settings.Pool.MemoryMiB = Options.TuMemory;
  Settings.Pool.ShowErrors = Options.ShowWorkerErrors;
  return true;
}

Report Session::makeReport(CheckResult Result) {
  Report R;
  R.Root = P.Root;
  R.Requested = Result.Requested;
  R.Analysed = Result.Analysed;
  R.Skipped = Result.Skipped;
  R.WithFacts = Result.WithFacts;
  R.Remarks = std::move(Result.Remarks);
  R.Entries = std::move(Result.Entries);
  for (TuFailure &Failure : Result.Failures) {
    llvm::errs() << "factor6: error: " << relativePath(Failure.File, P.Root)
                 << ": "
                 << (Failure.Partial ? "analysed in part: " : "not analysed: ")
                 << Failure.Why << '\n';
    R.Failed.push_back(
        {std::move(Failure.File), std::move(Failure.Why), Failure.Partial});
  }
  for (Finding &F : Result.Findings)
    R.Findings.push_back({std::move(F)});
  keepWanted(R.Findings, enabledChecks(Common.Checks.value_or("")),
             Settings.Wanted);
  applySuppressions(R.Findings, Result.Summaries);
  return R;
}

void Session::explainEmptiness(const CheckResult &Result) const {
  if (Result.WithFacts > 0 || !Result.Failures.empty())
    return;
  std::string Why;
  for (const auto &[Reason, Count] : Result.SkipReasons)
    Why += (Why.empty() ? "" : ", ") + std::to_string(Count) + " " + Reason;
  usageError("nothing to analyse: " + P.Database.Path +
             " names no source that is the project's (" + Why + ")");
}

TextOptions Session::textOptions(bool Colors) const {
  llvm::SmallString<256> Folder;
  (void)fs::current_path(Folder);
  return {Folder.str().str(), Colors, Options.Notes};
}

void Session::render(llvm::raw_ostream &Out, const Report &R, Verdict V,
                     bool Colors) const {
  if (Options.Format == "sarif")
    return renderSarif(Out, R, V);
  if (Options.Format == "json")
    return renderJson(Out, R, V);
  renderText(Out, R, textOptions(Colors));
}

/// Writes the report where it belongs, and its last lines to where a person
/// sees them.
bool Session::deliver(const Report &R, Verdict V) const {
  bool Colors = Options.Color == "always" ||
                (Options.Color == "auto" && llvm::outs().has_colors());
  if (!Options.Output.empty()) {
    std::string Text;
    llvm::raw_string_ostream Out(Text);
    render(Out, R, V, /*Colors=*/false);
    if (llvm::Error Problem = writeAtomically(Options.Output, Text))
      return complain(llvm::toString(std::move(Problem)));
    renderSummary(llvm::outs(), R, textOptions(false));
  } else {
    llvm::outs().enable_colors(Colors);
    render(llvm::outs(), R, V, Colors);
    if (Options.Format != "text")
      renderSummary(llvm::errs(), R, textOptions(false));
  }
  return flushOutput();
}

/// Plans the fixes and, if they are to be made, marks what they mend.
FixPlan Session::planAllFixes(Report &R) const {
  std::vector<Judged *> Fixable;
  std::vector<const Finding *> Findings;
  for (Judged &J : R.Findings)
    if (!J.Suppressed && !J.F.Fix.empty()) {
      Fixable.push_back(&J);
      Findings.push_back(&J.F);
    }
  FixPlan Plan = planFixes(Findings);
  for (const std::string &Line : Plan.Refused)
    llvm::errs() << "factor6: " << Line << '\n';
  for (size_t I = 0; I < Fixable.size() && !Options.FixDryRun; ++I)
    Fixable[I]->Fixed = Plan.Applied[I];
  return Plan;
}

/// A dry run's stdout is what `patch -p1` takes, and nothing else.
bool Session::deliverDiff(const Report &R, const FixPlan &Plan) const {
  for (const FileChange &Change : Plan.Changes)
    renderDiff(llvm::outs(), relativePath(Change.File, P.Root), Change.Before,
               Change.After);
  renderSummary(llvm::errs(), R, textOptions(false));
  return flushOutput();
}

int Session::finish(Report R) {
  FixPlan Plan;
  if (Options.Fix || Options.FixDryRun)
    Plan = planAllFixes(R);
  Verdict V = judge(R, FailOn, Options.AllowIncomplete);
  // The report quotes the sources as they were when they were analysed.
  if (!(Options.FixDryRun ? deliverDiff(R, Plan) : deliver(R, V)))
    return static_cast<int>(Verdict::Usage);
  if (!Options.FixDryRun)
    for (const FileChange &Change : Plan.Changes)
      if (llvm::Error Problem = writeAtomically(Change.File, Change.After))
        return usageError(llvm::toString(std::move(Problem)));
  return static_cast<int>(V);
}

int Session::check() {
  if (!open())
    return static_cast<int>(Verdict::Usage);
  llvm::Expected<CheckResult> Result = factor6::check(P, Settings);
  if (!Result)
    return usageError(llvm::toString(Result.takeError()));
  explainEmptiness(*Result);
  return finish(makeReport(std::move(*Result)));
}

int Session::dump(StringRef File) {
  if (!open())
    return static_cast<int>(Verdict::Usage);
  llvm::Expected<std::vector<Summary>> Summaries =
      summarizeFile(P, absolutePath(File), Settings);
  if (!Summaries)
    return usageError(llvm::toString(Summaries.takeError()));
  for (const Summary &S : *Summaries)
    llvm::outs() << factor6::dump(S);
  return 0;
}

} // namespace

int factor6::runCheck(const CheckOptions &Options) {
  return Session(Options).check();
}

int factor6::runDump(const CheckOptions &Options, StringRef File) {
  return Session(Options).dump(File);
}
