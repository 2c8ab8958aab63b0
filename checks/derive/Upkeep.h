//===- Upkeep.h - Numbers and times by which a process looks after itself -===//
#ifndef FACTOR6_DERIVE_UPKEEP_H
#define FACTOR6_DERIVE_UPKEEP_H

#include "derive/States.h"

namespace factor6 {

/// Counts or marks how it goes with a handle to a backing service: changed and
/// read only where the handle is made anew, to decide whether and when.
bool reconnectCount(const Interpreter &I, const State &S);

/// A number beside a container of handles and a lock that only chooses among
/// them, or says how many are out.
bool poolBooks(const Interpreter &I, const State &S);

/// What the function reads of a variable decides, chooses an element or makes a
/// span of time, and goes nowhere else (in the activation \p Ctx, nowhere but
/// into a log).
bool onlyDecides(const Interpreter &I, const FunctionBody &B, Id Declared,
                 Id Ctx = None);

/// How many connections are open: counted up and down, and only compared.
bool openConnections(const Interpreter &I, const State &S);

/// The time of a loop's last sweep: a local that is read only to decide whether
/// the branch is due in which it is set anew.
bool sweepTime(const Interpreter &I, const State &S);

} // namespace factor6

#endif
