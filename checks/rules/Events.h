//===- Events.h - Questions about modelled calls --------------------------===//
#ifndef FACTOR6_RULES_EVENTS_H
#define FACTOR6_RULES_EVENTS_H

#include "rules/Context.h"

#include <set>

namespace factor6 {

/// All events, one per call: what a request reaches before what else does.
std::vector<const CallEvent *> requestsFirst(const RuleContext &C);

/// The body and call of an event.
const FunctionBody &bodyOf(const RuleContext &C, const CallEvent &E);
const CallFact &callOf(const RuleContext &C, const CallEvent &E);

/// Values of an argument as models number them; null if there is none.
const ValueSet *argument(const RuleContext &C, const CallEvent &E, int Arg);
/// Node of an argument, or None.
Id argumentNode(const RuleContext &C, const CallEvent &E, int Arg);
/// A number known at compile time.
std::optional<int64_t> number(const RuleContext &C, const CallEvent &E,
                              int Arg);
/// All texts an argument may have.
std::vector<std::string> texts(const RuleContext &C, const CallEvent &E,
                               int Arg);
/// The node is, or is made of (or-ed flags, say), one of these constants.
bool namesOneOf(const RuleContext &C, const FunctionBody &B, Id N,
                const std::vector<std::string> &Names);
/// A model's text, with `*` for any characters.
bool matches(llvm::StringRef Pattern, llvm::StringRef Text);

/// Where the object that a call opens or makes is kept: the object, what it is
/// filled into and every cell that refers to it.
std::set<Id> keptIn(const RuleContext &C, const CallEvent &E);
/// Where a request reads, changes or passes on one of these.
struct RequestUse {
  Id Ctx;
  Place At;
};
std::optional<RequestUse> requestUse(const RuleContext &C,
                                     const std::set<Id> &Kept);
bool usedByRequest(const RuleContext &C, const std::set<Id> &Kept);
/// How a message names the call: what make_unique and the like make.
std::string subject(const RuleContext &C, const CallEvent &E);

/// Code that nobody calls in a program that is seen whole.
bool dead(const RuleContext &C, const CallEvent &E);
/// `if (command == "migrate") return migrate();`: what the process does instead
/// of serving.
bool insteadOfServing(const RuleContext &C, Id Ctx);
/// In the child after fork().
bool afterFork(const RuleContext &C, const CallEvent &E);

} // namespace factor6

#endif
