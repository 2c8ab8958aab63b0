//===- Report.h - All that a run has to say ---------------------*- C++ -*-===//
//
// What the gate decides over and every renderer shows.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_GATE_REPORT_H
#define FACTOR6_GATE_REPORT_H

#include "rules/Finding.h"

#include <string>
#include <vector>

namespace factor6 {

/// A finding after the gate.
struct Judged {
  Finding F;
  bool Suppressed = false; ///< by a NOLINT comment: shown to machines only
  bool Fixed = false;      ///< its fix has just been applied
};

/// A translation unit that was not analysed in full.
struct FailedUnit {
  std::string File;
  std::string Why;
  bool Partial = false; ///< what could be parsed was analysed
};

struct Report {
  std::string Root; ///< project root, absolute: paths are relative to it
  std::vector<Judged> Findings; ///< by place
  size_t Requested = 0;         ///< = Analysed + Failed.size() + Skipped
  size_t Analysed = 0;
  size_t Skipped = 0;
  size_t WithFacts = 0; ///< analysed in full or in part
  std::vector<FailedUnit> Failed;
  std::vector<std::string> Remarks;
  std::vector<std::string> Entries; ///< recognised entry points
};

struct Counts {
  size_t Errors = 0, Warnings = 0, Notes = 0, Files = 0;
  size_t all() const { return Errors + Warnings + Notes; }
};

/// Counts what is neither suppressed nor fixed.
Counts count(const Report &R);

} // namespace factor6

#endif
