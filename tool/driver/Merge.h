//===- Merge.h - One report per finding -------------------------*- C++ -*-===//
#ifndef FACTOR6_DRIVER_MERGE_H
#define FACTOR6_DRIVER_MERGE_H

#include "facts/Facts.h"
#include "rules/Finding.h"

#include <vector>

namespace factor6 {

/// What one link unit said, and the summaries it was said of.
struct UnitFindings {
  std::vector<Finding> Findings;
  std::vector<const Summary *> Members;
};

/// By place, then rule, then symbol.
bool findingBefore(const Finding &A, const Finding &B);

/// One finding per rule, place and symbol: of several, the first of the
/// strongest severity. That a state is never written ("declared") must hold
/// in every unit that has the state; another unit's silence means that it is
/// written there, harmlessly. Sorted.
std::vector<Finding> mergeFindings(std::vector<UnitFindings> Units);

} // namespace factor6

#endif
