//===- ClientWaits.h - Does somebody still wait for deferred work? --------===//
#ifndef FACTOR6_RULES_CLIENTWAITS_H
#define FACTOR6_RULES_CLIENTWAITS_H

#include "rules/Events.h"

namespace factor6 {

/// What the callable carries, or does, shows that the client is answered only
/// when it has run: the response, the connection, a promise, a callback.
bool clientWaits(const RuleContext &C, const CallEvent &E);

} // namespace factor6

#endif
