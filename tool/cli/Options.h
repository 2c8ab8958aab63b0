//===- Options.h - What the user asked for ----------------------*- C++ -*-===//
#ifndef FACTOR6_CLI_OPTIONS_H
#define FACTOR6_CLI_OPTIONS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace factor6 {

/// What both the command line and a configuration file can say.
struct CommonOptions {
  std::vector<std::string> EntryPoints;
  std::vector<std::string> Excludes;
  std::vector<std::string>
      Models; ///< files; relative to the configuration in a configuration
  std::optional<std::string> Checks;
  std::optional<std::string> FailOn;
  std::optional<std::string> EnvFunction;
  std::optional<std::string> PublicHosts;
};

/// Options of `factor6 check` and, as far as they apply, `factor6 dump`.
struct CheckOptions {
  CommonOptions Common;
  std::vector<std::string> Paths;
  std::string Database, ProjectRoot, Config;
  std::string Format = "text", Output, Color = "auto";
  unsigned Jobs = 0;
  unsigned TuTimeout = 300;
  uint64_t TuMemory = 4096;
  bool AllowIncomplete = false, Notes = false, ShowWorkerErrors = false;
  bool Fix = false, FixDryRun = false;
  std::string Program; ///< this binary
};

/// `factor6 check`; returns the exit status.
int runCheck(const CheckOptions &Options);

/// `factor6 dump FILE`: the facts of one source file as text.
int runDump(const CheckOptions &Options, llvm::StringRef File);

/// `factor6 rules` and `factor6 explain RULE`.
int runRules();
int runExplain(llvm::StringRef Rule);

/// Writes "factor6: error: LINE" to stderr; returns the exit status for bad
/// usage, configuration or I/O.
int usageError(const llvm::Twine &Line);

} // namespace factor6

#endif
