//===- Finding.h - What a rule says ---------------------------------------===//
#ifndef FACTOR6_RULES_FINDING_H
#define FACTOR6_RULES_FINDING_H

#include "facts/Facts.h"

#include <string>
#include <vector>

namespace factor6 {

/// What is known of a finding; see docs/architecture.md.
enum class Evidence : uint8_t { Request, Runtime, Declared };

/// Follows the evidence unless a rule fixes it.
enum class Severity : uint8_t { Note, Warning, Error };

/// A place in a finding: file name instead of a table index, so that a finding
/// stands for itself.
struct FindingPlace {
  std::string File; ///< absolute
  uint32_t Line = 0, Column = 0, Offset = 0;
  friend bool operator==(const FindingPlace &, const FindingPlace &) = default;
  friend auto operator<=>(const FindingPlace &, const FindingPlace &) = default;
};

/// One step of the trail from an entry point to the write.
struct FindingStep {
  FindingPlace At;
  std::string Text;
};

/// A replacement of Length bytes at At (0: insertion).
struct FindingEdit {
  FindingPlace At;
  uint32_t Length = 0;
  std::string Text;
};

struct Finding {
  std::string Rule; ///< "factor6-mutable-global"
  Severity Level = Severity::Warning;
  Evidence Proof = Evidence::Request;
  FindingPlace At;
  std::string Symbol; ///< the entity: "Handler::sessions_"
  std::string
      Message;      ///< lower case, no final period, names the entity in quotes
  std::string Hint; ///< how to mend it
  std::vector<std::vector<FindingStep>> Flows; ///< each: entry point ... write
  std::vector<FindingStep> Notes;              ///< further places
  std::vector<FindingEdit> Fix;
  std::string FixTitle;
  std::string LinkUnit; ///< the first unit that showed it
};

} // namespace factor6

#endif
