//===- SharedMemory.h - Files that are opened to be locked ----------------===//
#ifndef FACTOR6_RULES_SHAREDMEMORY_H
#define FACTOR6_RULES_SHAREDMEMORY_H

#include "rules/Context.h"

namespace factor6 {

/// The call opens a file whose handle is locked and never written: the lock is
/// the finding, the file holds nothing.
bool opensForLock(const RuleContext &C, const CallEvent &E);

} // namespace factor6

#endif
