//===- Events.h - Questions about modelled calls ----------------------------===//
#ifndef FACTOR6_RULES_EVENTS_H
#define FACTOR6_RULES_EVENTS_H

#include "rules/Context.h"

namespace factor6 {

/// The body and call of an event.
const FunctionBody &bodyOf(const RuleContext &C, const CallEvent &E);
const CallFact &callOf(const RuleContext &C, const CallEvent &E);

/// Values of an argument as models number them; null if there is none.
const ValueSet *argument(const RuleContext &C, const CallEvent &E, int Arg);
/// Node of an argument, or None.
Id argumentNode(const RuleContext &C, const CallEvent &E, int Arg);
/// A number known at compile time.
std::optional<int64_t> number(const RuleContext &C, const CallEvent &E, int Arg);
/// All texts an argument may have.
std::vector<std::string> texts(const RuleContext &C, const CallEvent &E, int Arg);

/// Code that nobody calls in a program that is seen whole.
bool dead(const RuleContext &C, const CallEvent &E);
/// In the child after fork().
bool afterFork(const RuleContext &C, const CallEvent &E);

} // namespace factor6

#endif
