//===- Unread.h - State that nobody gets to read while serving ------------===//
#ifndef FACTOR6_DERIVE_UNREAD_H
#define FACTOR6_DERIVE_UNREAD_H

#include "derive/States.h"

namespace factor6 {

/// A number or text that is set, and that no code reads, reached or not.
bool neverRead(const Interpreter &I, const State &S);

/// A local that is counted in a loop, or that calls fill there (`accept`'s
/// address), and was read only before it.
bool readBeforehand(const Interpreter &I, const State &S);

/// `ret = recv(...); if (ret == -1) ...`: a local slot for what the last call
/// of a library said, only asked whether it failed.
bool lastResult(const Interpreter &I, const State &S);

/// What one turn of a loop puts aside, goes through at its end and clears.
bool workedOff(const Interpreter &I, const State &S);

/// Put in when something comes, taken out when it goes, and nobody looks.
bool keptUntilGone(const Interpreter &I, const State &S);

/// `routes[name](request)`, of a table of functions that only start-up fills.
/// (What `operator[]` adds is empty.)
bool onlyLookedUp(const Interpreter &I, const State &S);

/// A container that only functions put something in which nobody calls.
bool neverFilled(const Interpreter &I, const State &S);

/// A value that is assigned or counted while serving, and read only when that
/// has ended: said in a farewell, dumped on exit.
bool readOnlyAfterwards(const Interpreter &I, const State &S);

} // namespace factor6

#endif
