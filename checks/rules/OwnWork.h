//===- OwnWork.h - Threads and timers that are no request's -----*- C++ -*-===//
#ifndef FACTOR6_RULES_OWNWORK_H
#define FACTOR6_RULES_OWNWORK_H

#include "rules/Events.h"

namespace factor6 {

/// The values are something that can be called.
bool callable(const ValueSet &V);

/// The function waits for a thread or future that it has started; with After,
/// on a way from that statement on.
bool waitsHere(const RuleContext &C, const FunctionBody &B, Id After = None);

/// What runs later only takes up the connection to a backing service again, is
/// one more thread of an executor, or closes a connection that is idle.
bool upkeep(const RuleContext &C, const CallEvent &E);

/// `thread_ = std::thread([this] { run(); })` in an object that a request has
/// made and that waits for its thread: what counts is where the object is kept.
bool ofOwnObject(const RuleContext &C, const CallEvent &E);

} // namespace factor6

#endif
