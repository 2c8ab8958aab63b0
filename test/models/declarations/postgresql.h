//===- postgresql.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/postgresql.yaml names and Debian's headers do not declare:
// PostgreSQL, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace pqxx {
struct connection {
  template <typename... A> connection(A &&...);
  template <typename... A> int prepare(A &&...);
};
struct lazyconnection {
  template <typename... A> lazyconnection(A &&...);
};
struct transaction_base {
  template <typename... A> int query_value(A &&...);
};
} // namespace pqxx
namespace tao::pq {
struct connection {
  template <typename... A> int create(A &&...);
};
struct connection_pool {
  template <typename... A> int create(A &&...);
};
} // namespace tao::pq
