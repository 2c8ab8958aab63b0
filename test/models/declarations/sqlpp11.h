//===- sqlpp11.h - NOT THE LIBRARY: declarations for checking names ------===//
//
// What checks/models/sqlpp11.yaml names and Debian's headers do not declare:
// sqlpp11 and its connectors, after their public documentation. Names and
// scopes are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace sqlpp {
template <typename Base> struct normal_connection;
template <typename Base> struct pooled_connection;
template <typename Base> struct connection_pool;
namespace postgresql {
struct connection;
struct connection_base;
struct connection_config {
  int host;
  int hostaddr;
};
} // namespace postgresql
namespace mysql {
struct connection;
struct connection_base;
struct connection_config {
  int host;
};
} // namespace mysql
namespace sqlite3 {
struct connection;
struct connection_base;
struct connection_config {
  template <typename... A> connection_config(A &&...);
};
} // namespace sqlite3
} // namespace sqlpp
