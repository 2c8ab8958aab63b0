//===- HostListen.h - Addresses to listen on ------------------------------===//
#ifndef FACTOR6_RULES_HOSTLISTEN_H
#define FACTOR6_RULES_HOSTLISTEN_H

#include "rules/Context.h"

#include <set>

namespace factor6 {

/// Literals in addresses that are listened on and not connected to, wherever
/// the text became an address.
std::set<Place> listenedOn(const RuleContext &C);

} // namespace factor6

#endif
