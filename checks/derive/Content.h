//===- Content.h - What a state holds -------------------------------------===//
#ifndef FACTOR6_DERIVE_CONTENT_H
#define FACTOR6_DERIVE_CONTENT_H

#include "derive/States.h"

namespace factor6 {

/// Tells what \p S holds: something that can be loaded again, what belongs to
/// one visitor, or connections. Sets Reloadable, SessionKeyed and Connections.
void judgeContent(const Interpreter &I, State &S);

} // namespace factor6

#endif
