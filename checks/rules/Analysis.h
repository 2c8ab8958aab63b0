//===- Analysis.h - From summaries to findings ----------------------------===//
//
// The one path that every front end takes.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_RULES_ANALYSIS_H
#define FACTOR6_RULES_ANALYSIS_H

#include "facts/Facts.h"
#include "facts/TextFile.h"
#include "models/Models.h"
#include "rules/Finding.h"

#include "llvm/ADT/ArrayRef.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace factor6 {

/// Settings that change what is found.
struct AnalysisOptions {
  const ModelSet *Models = nullptr; ///< null: the built-in ones
  std::vector<std::string>
      EntryPoints; ///< qualified function names named by the user
  /// The summaries are a whole program. A single TU in the plugin is not
  /// unless it has a `main`.
  bool WholeProgram = true;
  /// No program of the project uses these: what nobody is seen to call, nobody
  /// calls.
  bool Unclaimed = false;
  /// Level of hard-coded public third-party endpoints (rule 14).
  Severity PublicHosts = Severity::Note;
  /// Function that reads a setting, used by the host fix-it instead of a
  /// generated helper (for example "env_or"); empty: std::getenv helper.
  std::string EnvFunction;
  /// The configuration file that code of \p Source names \p Path, if it lies
  /// beside the code; null: none is looked at.
  std::function<std::optional<TextFile>(llvm::StringRef Source,
                                        llvm::StringRef Path)>
      Beside;
};

struct AnalysisResult {
  std::vector<Finding>
      Findings; ///< sorted by place, rule, symbol; suppressions NOT applied
  std::vector<std::string>
      Remarks; ///< "no entry point was recognised ...": for the report's end
  std::vector<std::string>
      Entries; ///< entry points, for people who wonder (sorted)
};

/// Analyses one link unit. Pure: same input, same result, in any order of
/// \p Units; reads no files but those that \p Options hands it.
AnalysisResult analyze(llvm::ArrayRef<const Summary *> Units,
                       const AnalysisOptions &Options,
                       llvm::StringRef LinkUnit);

/// Rules in the order of the specification.
struct RuleInfo {
  const char *Name;    ///< "factor6-mutable-global"
  const char *Summary; ///< one line
  const char *Help;    ///< a paragraph: why and what instead
};
llvm::ArrayRef<RuleInfo> allRules();

} // namespace factor6

#endif
