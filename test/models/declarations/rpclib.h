//===- rpclib.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/rpclib.yaml names and Debian's headers do not declare:
// rpclib, after its public documentation. Names and scopes are as documented;
// parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace rpc {
struct server {
  template <typename... A> server(A &&...);
  template <typename... A> void bind(A &&...);
  template <typename... A> void unbind(A &&...);
  void run();
  template <typename... A> void async_run(A &&...);
  template <typename... A> void suppress_exceptions(A &&...);
};
struct client {
  template <typename... A> client(A &&...);
  template <typename... A> int call(A &&...);
  template <typename... A> int async_call(A &&...);
  template <typename... A> void send(A &&...);
};
} // namespace rpc
