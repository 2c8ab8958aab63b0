//===- Declared.h - Mutable in type only ----------------------------------===//
#ifndef FACTOR6_RULES_DECLARED_H
#define FACTOR6_RULES_DECLARED_H

#include "rules/Context.h"

namespace factor6 {

/// Notes for variables of static storage that no code seen writes, with the
/// fix that makes them const.
void declaredGlobals(const RuleContext &C, std::vector<Finding> &Out);

} // namespace factor6

#endif
