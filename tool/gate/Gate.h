//===- Gate.h - Which findings count, and what the run is worth -*- C++ -*-===//
#ifndef FACTOR6_GATE_GATE_H
#define FACTOR6_GATE_GATE_H

#include "facts/Facts.h"
#include "gate/Report.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace factor6 {

/// A list of globs as clang-tidy writes them: separated by commas or line
/// breaks, `*` for any text, a leading `-` takes away again; the last glob
/// that matches decides.
class CheckGlobs {
public:
  /// \p Initially is the answer for names that no glob matches.
  explicit CheckGlobs(llvm::StringRef List, bool Initially = false);
  bool contains(llvm::StringRef Name) const;

private:
  struct Glob {
    std::string Pattern;
    bool Positive;
  };
  std::vector<Glob> Globs;
  bool Initially;
};

/// What `--checks` of the command line makes of \p List: the rules it names,
/// all of them if it is empty or begins by taking some away.
CheckGlobs enabledChecks(llvm::StringRef List);

/// Marks the findings that a NOLINT comment on their own line silences.
void applySuppressions(std::vector<Judged> &Findings,
                       llvm::ArrayRef<Summary> Summaries);

/// Keeps the findings of enabled rules that lie in one of \p Paths (absolute
/// files or folders; empty: everywhere).
void keepWanted(std::vector<Judged> &Findings, const CheckGlobs &Enabled,
                llvm::ArrayRef<std::string> Paths);

/// What the run's exit status tells.
enum class Verdict : int {
  Clean = 0,
  Findings = 1,   ///< findings at or above the threshold
  Usage = 2,      ///< bad usage, configuration or I/O; nothing to analyse
  Incomplete = 3, ///< some translation unit could not be analysed
};

/// Decides. Incomplete dominates findings unless \p AllowIncomplete; a run
/// that analysed nothing is never clean.
Verdict judge(const Report &R, Severity FailOn, bool AllowIncomplete);

/// "note", "warning", "error".
llvm::StringRef severityName(Severity Level);
std::optional<Severity> parseSeverity(llvm::StringRef Name);

} // namespace factor6

#endif
