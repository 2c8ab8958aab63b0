//===- asio.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/asio.yaml names and Debian's headers do not declare:
// Asio, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace asio {
struct awaitable;
template <typename... A> int co_spawn(A &&...);
namespace ip {
struct basic_endpoint {};
struct basic_resolver_entry {
  operator basic_endpoint();
};
} // namespace ip
} // namespace asio
namespace boost::asio {
struct awaitable;
template <typename... A> int bind_allocator(A &&...);
template <typename... A> int bind_cancellation_slot(A &&...);
template <typename... A> int co_spawn(A &&...);
namespace ip {
struct basic_endpoint {};
struct basic_resolver_entry {
  operator basic_endpoint();
};
} // namespace ip
} // namespace boost::asio
