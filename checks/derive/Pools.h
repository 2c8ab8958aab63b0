//===- Pools.h - What belongs to handles that are lent and given back -----===//
#ifndef FACTOR6_DERIVE_POOLS_H
#define FACTOR6_DERIVE_POOLS_H

#include "derive/States.h"

namespace factor6 {

/// Connected or not, lent or not, tries so far, time of the next try: beside a
/// handle.
bool reconnectState(const Interpreter &I, const State &S);

/// What a class `ConnectionPool` keeps that opens the connections itself.
bool poolOfConnections(const Interpreter &I, const State &S);

/// A captured pointer to what belongs to a handle: whether it is lent, say.
bool partOfHandle(const Interpreter &I, const State &S);

/// Spare buffers or connections that are lent and given back.
bool freeList(const Interpreter &I, const State &S);

} // namespace factor6

#endif
