//===- zeromq.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/zeromq.yaml names and Debian's headers do not declare:
// ZeroMQ, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

struct zactor_t;
namespace zmq {
struct socket_t {
  template <typename... A> int bind(A &&...);
  template <typename... A> int connect(A &&...);
  template <typename... A> int recv(A &&...);
  template <typename... A> int send(A &&...);
};
} // namespace zmq
struct zpoller_t;
struct zsock_t;
