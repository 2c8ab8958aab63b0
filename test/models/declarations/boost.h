//===- boost.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/boost.yaml names and Debian's headers do not declare:
// Boost, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace boost {
namespace executors {
struct basic_thread_pool;
} // namespace executors
namespace mysql {
struct any_connection;
namespace connect_params {
extern int server_address;
} // namespace connect_params
struct connection;
struct connection_pool;
namespace host_and_port {
extern int host;
} // namespace host_and_port
struct tcp_connection {
  template <typename... A> int connect(A &&...);
};
} // namespace mysql
namespace unordered {
struct unordered_map {
  template <typename... A> int contains(A &&...);
};
} // namespace unordered
} // namespace boost
