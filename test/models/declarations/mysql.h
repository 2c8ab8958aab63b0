//===- mysql.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/mysql.yaml names and Debian's headers do not declare:
// MySQL, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace mysqlpp {
struct Connection {
  template <typename... A> Connection(A &&...);
  template <typename... A> int connect(A &&...);
};
struct ConnectionPool;
struct Query;
struct StoreQueryResult;
} // namespace mysqlpp
namespace mysqlx {
struct Client {
  template <typename... A> Client(A &&...);
};
struct Collection;
struct Schema;
struct Session {
  template <typename... A> Session(A &&...);
};
struct Table;
template <typename... A> int getClient(A &&...);
template <typename... A> int getSession(A &&...);
} // namespace mysqlx
