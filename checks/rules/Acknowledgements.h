//===- Acknowledgements.h - Messages done with too early --------*- C++ -*-===//
#ifndef FACTOR6_RULES_ACKNOWLEDGEMENTS_H
#define FACTOR6_RULES_ACKNOWLEDGEMENTS_H

#include "rules/Context.h"

#include <vector>

namespace factor6 {

/// Consumers that the broker believes as soon as it has sent (rule 6).
void acknowledgements(const RuleContext &C, std::vector<Finding> &Out);

/// Messages that are acknowledged by hand before their work is done (rule 6).
void earlyAcknowledgements(const RuleContext &C, std::vector<Finding> &Out);

} // namespace factor6

#endif
