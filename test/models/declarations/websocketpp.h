//===- websocketpp.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/websocketpp.yaml names and Debian's headers do not declare:
// WebSocket++, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace websocketpp {
// Inherited from websocketpp::endpoint, but no server's.
struct client {
  template <typename... A> int run(A &&...);
  template <typename... A> int set_close_handler(A &&...);
  template <typename... A> int set_fail_handler(A &&...);
  template <typename... A> int set_http_handler(A &&...);
  template <typename... A> int set_message_handler(A &&...);
  template <typename... A> int set_open_handler(A &&...);
  template <typename... A> int set_validate_handler(A &&...);
};
} // namespace websocketpp
