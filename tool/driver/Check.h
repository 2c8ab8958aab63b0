//===- Check.h - From a compile database to findings ------------*- C++ -*-===//
#ifndef FACTOR6_DRIVER_CHECK_H
#define FACTOR6_DRIVER_CHECK_H

#include "driver/CompileDatabase.h"
#include "driver/WorkerPool.h"
#include "facts/Facts.h"
#include "rules/Analysis.h"

#include <map>
#include <string>
#include <vector>

namespace factor6 {

/// What is to be checked: a database and the folder that is the project.
struct Project {
  CompileDatabase Database;
  std::string Root;
};

/// Finds and reads the database (see findDatabase) and the project's root.
llvm::Expected<Project> openProject(llvm::StringRef Database,
                                    const std::vector<std::string> &SearchFrom,
                                    llvm::StringRef Root);

struct CheckSettings {
  /// Absolute paths that findings are wanted for; empty: all. Saves work
  /// where the build system tells which programs they are in.
  std::vector<std::string> Wanted;
  std::vector<std::string> Excludes; ///< globs of what is not the user's
  AnalysisOptions Analysis;
  PoolSettings Pool;
};

/// A translation unit that was not analysed in full.
struct TuFailure {
  std::string File;
  std::string Why;
  bool Partial = false; ///< has errors; what was parsed was analysed
};

struct CheckResult {
  size_t Requested = 0; ///< = Analysed + Failures.size() + Skipped
  size_t Analysed = 0;
  size_t Skipped = 0;
  std::map<std::string, size_t> SkipReasons;
  size_t WithFacts = 0;            ///< Analysed and partial failures
  std::vector<TuFailure> Failures; ///< in the order of the database
  std::vector<Finding>
      Findings; ///< one per state, sorted; nothing is suppressed yet
  std::vector<std::string> Remarks;
  std::vector<std::string> Entries; ///< entry points of all link units, sorted
  std::vector<Summary> Summaries;   ///< in the order of the database
};

/// Analyses the project. Fails only if no worker can be started; everything
/// that goes wrong with one translation unit is a TuFailure.
llvm::Expected<CheckResult> check(Project P, const CheckSettings &Settings);

/// The facts of \p File (absolute), one summary per way to compile it.
llvm::Expected<std::vector<Summary>>
summarizeFile(const Project &P, llvm::StringRef File,
              const CheckSettings &Settings);

} // namespace factor6

#endif
