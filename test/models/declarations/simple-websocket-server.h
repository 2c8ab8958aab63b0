//===- simple-websocket-server.h - NOT THE LIBRARY: declarations for checking names ===//
//
// What checks/models/simple-websocket-server.yaml names and Debian's headers do not declare:
// Simple-WebSocket-Server, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace SimpleWeb {
struct SocketClient {
  template <typename... A> SocketClient(A &&...);
};
struct SocketClientBase {
  template <typename... A> SocketClientBase(A &&...);
  int on_close = 0;
  int on_error = 0;
  int on_message = 0;
  int on_open = 0;
  int onclose = 0;
  int onerror = 0;
  int onmessage = 0;
  int onopen = 0;
  template <typename... A> int start(A &&...);
  struct Connection {
    template <typename... A> int send(A &&...);
    template <typename... A> int send_close(A &&...);
  };
};
struct SocketServer {};
struct SocketServerBase {
  template <typename... A> int accept_and_run(A &&...);
  template <typename... A> int bind(A &&...);
  template <typename... A> int get_connections(A &&...);
  template <typename... A> int start(A &&...);
  template <typename... A> int upgrade(A &&...);
  struct Config {
    int address = 0;
  };
  struct Connection {
    int header = 0;
    int path = 0;
    int path_match = 0;
    int query_string = 0;
    template <typename... A> int remote_endpoint(A &&...);
    template <typename... A> int remote_endpoint_address(A &&...);
    template <typename... A> int send(A &&...);
    template <typename... A> int send_close(A &&...);
  };
  struct Endpoint {
    template <typename... A> int get_connections(A &&...);
    int on_close = 0;
    int on_error = 0;
    int on_handshake = 0;
    int on_message = 0;
    int on_open = 0;
    int on_ping = 0;
    int on_pong = 0;
    int onclose = 0;
    int onerror = 0;
    int onmessage = 0;
    int onopen = 0;
  };
  struct InMessage {
    template <typename... A> int string(A &&...);
  };
  struct Message {
    template <typename... A> int string(A &&...);
  };
  struct OutMessage {};
  struct SendStream {};
};
} // namespace SimpleWeb
