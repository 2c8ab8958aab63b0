//===- HostFix.h - A literal host becomes the default of a setting --------===//
#ifndef FACTOR6_RULES_HOSTFIX_H
#define FACTOR6_RULES_HOSTFIX_H

#include "rules/Context.h"

namespace factor6 {

/// Gives the host findings among \p Findings, from index \p From on, the edits
/// that read an environment variable with the literal as its default, where
/// the source allows a call in the literal's place.
void addHostFixes(const RuleContext &C, std::vector<Finding> &Findings,
                  size_t From);

/// The name of the variable for a literal: by the variable, member or parameter
/// it initialises, the kind of service it reaches (either may be empty), and
/// its own text.
std::string settingName(llvm::StringRef Declared, llvm::StringRef Service,
                        llvm::StringRef Text);

} // namespace factor6

#endif
