//===- Roles.h - What a state is for --------------------------------------===//
#ifndef FACTOR6_DERIVE_ROLES_H
#define FACTOR6_DERIVE_ROLES_H

#include "derive/States.h"

namespace factor6 {

/// Sets the judged members of each state: exempt by its type's role or by its
/// use (metric, scratch, flag, books of a container), reloadable or sole copy,
/// keyed by session, drained by another thread.
void judgeRoles(const Interpreter &I, std::vector<State> &States);

} // namespace factor6

#endif
