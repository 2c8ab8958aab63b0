//===- websocket-clients.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/websocket-clients.yaml names and Debian's headers do not declare:
// WebSocket libraries, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace easywsclient {
struct WebSocket {
  template <typename... A> int from_url(A &&...);
};
} // namespace easywsclient
namespace ix {
struct HttpClient {
  template <typename... A> int get(A &&...);
  template <typename... A> int post(A &&...);
};
struct HttpRequest;
struct HttpServer {
  template <typename... A> HttpServer(A &&...);
  template <typename... A> int setOnConnectionCallback(A &&...);
};
struct SocketServer {
  template <typename... A> int wait(A &&...);
};
struct WebSocket {
  template <typename... A> int setOnMessageCallback(A &&...);
  template <typename... A> int setUrl(A &&...);
};
struct WebSocketMessage;
struct WebSocketServer {
  template <typename... A> WebSocketServer(A &&...);
  template <typename... A> int setOnClientMessageCallback(A &&...);
  template <typename... A> int setOnConnectionCallback(A &&...);
};
} // namespace ix
