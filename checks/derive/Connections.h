//===- Connections.h - Objects of the open connections --------------------===//
//
// What a program keeps of its connections, seen as their own matter as long as
// no other visitor can find them.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_DERIVE_CONNECTIONS_H
#define FACTOR6_DERIVE_CONNECTIONS_H

#include "derive/States.h"

namespace factor6 {

/// A connection, or the base class of one that keeps itself alive.
bool connection(const Interpreter &I, Id TypeId);

/// A table of connections in which each finds its own entry, erased at the end.
/// Those that are idle for too long may be closed, and too many turned away.
bool ownConnections(const Interpreter &I, const State &S);

/// The object for the connection that is accepted next, always a new one.
bool nextConnection(const Interpreter &I, const State &S);

/// In an object that accepts one connection after the other into a socket of
/// its own: a part that may be absent, and is made anew for each.
bool remadePart(const Interpreter &I, const State &S);

/// Weak references to connections, by which those that are idle for too long
/// are found: nobody speaks to one through them. Or timers, each of one
/// connection.
bool idleConnections(const Interpreter &I, const State &S);

/// `static Connection *gateway;`: whichever client said that it is the one, so
/// that the requests of others reach it.
bool appointedByClients(const Interpreter &I, const State &S);

/// The container's entries are connections, by role or by name.
bool holdsConnections(const Interpreter &I, Id Container);

/// `"conn#" + number_++`: only names the connections of a table beside it that
/// is no finding.
bool numbersConnections(const Interpreter &I, const std::vector<State> &States,
                        const State &S);

} // namespace factor6

#endif
