//===- Registry.h - The rules, in the specification's order ---------------===//
#ifndef FACTOR6_RULES_REGISTRY_H
#define FACTOR6_RULES_REGISTRY_H

#include "rules/Context.h"

namespace factor6 {

/// In the order of allRules().
llvm::ArrayRef<RuleFunction> ruleFunctions();

} // namespace factor6

#endif
