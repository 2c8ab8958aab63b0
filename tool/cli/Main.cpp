//===- Main.cpp - The factor6 command -------------------------------------===//
//
// Exit status: 0 clean and complete; 1 findings at or above --fail-on; 2 bad
// usage, configuration or I/O; 3 incomplete; 128+n on signal n.
//
//===----------------------------------------------------------------------===//

#include "cli/Options.h"
#include "driver/Worker.h"
#include "gate/Gate.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <unistd.h>

using namespace factor6;

int factor6::usageError(const llvm::Twine &Line) {
  llvm::outs().flush();
  llvm::errs() << "factor6: error: " << Line << '\n';
  return static_cast<int>(Verdict::Usage);
}

/// Workers end with their parent, so ending is all there is to do.
static void endOnSignals() {
  for (int Signal : {SIGINT, SIGTERM, SIGHUP})
    std::signal(Signal, [](int Number) { _exit(128 + Number); });
}

static void addDatabaseOptions(CLI::App &Command, CheckOptions &O) {
  Command.add_option(
      "-p,--database", O.Database,
      "folder with compile_commands.json, or the file; found upward from here "
      "if not given");
  Command.add_option(
      "--project-root", O.ProjectRoot,
      "folder of the user's own code; the git top level of the sources, else "
      "their common folder, if not given");
  Command
      .add_option("--exclude", O.Common.Excludes,
                  "glob of files that are not the user's (may be repeated)")
      ->type_name("GLOB")
      ->take_all()
      ->allow_extra_args(false);
  Command
      .add_option("--config", O.Config,
                  "instead of .factor6.yaml in the project root")
      ->type_name("FILE");
  Command
      .add_option("--tu-timeout", O.TuTimeout,
                  "seconds for one translation unit")
      ->check(CLI::Range(1u, 1000000u))
      ->capture_default_str();
  Command
      .add_option("--tu-memory", O.TuMemory,
                  "MiB of address space for one worker, 0 for no limit")
      ->capture_default_str();
  Command
      .add_flag("--worker-stderr", O.ShowWorkerErrors,
                "show what workers write to stderr")
      ->group("");
}

static void addAnalysisOptions(CLI::App &Command, CheckOptions &O) {
  auto Several = [&](const char *Name, std::vector<std::string> &To,
                     const char *Text) {
    return Command.add_option(Name, To, Text)
        ->take_all()
        ->allow_extra_args(false);
  };
  Command.add_option("paths", O.Paths,
                     "report only what lies in these files and folders");
  Command.add_option(
      "--checks", O.Common.Checks,
      "globs of rules to report, as in clang-tidy: '-*,factor6-static-cache'");
  Several("--models", O.Common.Models, "more library models (may be repeated)")
      ->type_name("FILE");
  Several("--entry-point", O.Common.EntryPoints,
          "qualified name of a function that is called once per request (may "
          "be repeated)")
      ->type_name("NAME");
  Command.add_option(
      "--env-function", O.Common.EnvFunction,
      "the project's own function for reading a setting, used in fixes");
  Command.add_option(
      "--public-hosts", O.Common.PublicHosts,
      "severity of hard-coded public third-party hosts: note, warning, error");
  Command.add_option("-j,--jobs", O.Jobs,
                     "worker processes; as many as processors if not given");
}

static void addReportOptions(CLI::App &Command, CheckOptions &O) {
  Command.add_option("--format", O.Format, "form of the report")
      ->check(CLI::IsMember({"text", "sarif", "json"}))
      ->capture_default_str();
  Command
      .add_option("-o,--output", O.Output,
                  "file for the report instead of stdout")
      ->type_name("FILE");
  Command.add_option(
      "--fail-on", O.Common.FailOn,
      "lowest severity that makes the exit status 1: note, warning (default), "
      "error");
  Command.add_flag("--allow-incomplete", O.AllowIncomplete,
                   "exit status 3 only if nothing could be analysed");
  Command.add_flag("--notes", O.Notes,
                   "show findings of severity note in the text report");
  Command.add_option("--color", O.Color, "colours in the text report")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  Command.add_flag("--fix", O.Fix, "apply the fixes that are known");
  Command.add_flag("--fix-dry-run", O.FixDryRun,
                   "show what --fix would do, as a diff instead of the report");
}

static int run(int Argc, char **Argv) {
  CLI::App App{"Finds state in C++ services whose processes must be stateless.",
               "factor6"};
  App.set_version_flag("--version", "factor6 " FACTOR6_VERSION " (LLVM " +
                                        std::to_string(FACTOR6_LLVM_MAJOR) +
                                        ")");
  CheckOptions Options;
  Options.Program =
      llvm::sys::fs::getMainExecutable(Argv[0], reinterpret_cast<void *>(&run));
  std::string File, Rule;

  CLI::App *Check =
      App.add_subcommand("check", "analyse the project of a compile database");
  addAnalysisOptions(*Check, Options);
  addDatabaseOptions(*Check, Options);
  addReportOptions(*Check, Options);
  CLI::App *Dump =
      App.add_subcommand("dump", "show the facts of one source file");
  Dump->add_option("file", File, "source file that the database names")
      ->required();
  addDatabaseOptions(*Dump, Options);
  CLI::App *Rules = App.add_subcommand("rules", "list the rules");
  CLI::App *Explain = App.add_subcommand("explain", "say what a rule is about");
  Explain->add_option("rule", Rule, "its name, with or without factor6-")
      ->required();

  try {
    App.parse(Argc, Argv);
  } catch (const CLI::Success &Asked) { // --help, --version
    return App.exit(Asked);
  } catch (const CLI::ParseError &Problem) {
    std::string Line = Problem.what();
    std::replace(Line.begin(), Line.end(), '\n', ' ');
    return usageError(Line + " (see factor6 " +
                      (App.get_subcommands().empty()
                           ? std::string()
                           : App.get_subcommands()[0]->get_name() + " ") +
                      "--help)");
  }
  if (App.get_subcommands().empty()) {
    llvm::errs() << App.help();
    return usageError("say what to do, for example: factor6 check");
  }
  if (Check->parsed())
    return runCheck(Options);
  if (Dump->parsed())
    return runDump(Options, File);
  if (Rules->parsed())
    return runRules();
  return runExplain(Rule);
}

/// Not a subcommand for people: how the driver starts its workers.
static int runWorker(llvm::StringRef Memory, llvm::StringRef Parent) {
  uint64_t MemoryMiB = 0;
  int ParentId = 0;
  if (Memory.getAsInteger(10, MemoryMiB) || Parent.getAsInteger(10, ParentId))
    return usageError("worker: not numbers: " + Memory + " " + Parent);
  return workerMain(MemoryMiB, ParentId);
}

int main(int Argc, char **Argv) {
  if (Argc == 4 && llvm::StringRef(Argv[1]) == "worker")
    return runWorker(Argv[2], Argv[3]);
  endOnSignals();
  try {
    return run(Argc, Argv);
  } catch (const std::exception &Problem) {
    return usageError(Problem.what());
  }
}
