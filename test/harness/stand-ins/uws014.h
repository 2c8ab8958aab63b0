// Stand-in, see README.md: uWebSockets up to version 0.14.
#pragma once
#include <cstddef>
#include <functional>

namespace uWS {
enum OpCode : unsigned char { TEXT = 1, BINARY = 2 };
constexpr bool SERVER = true;
template <bool IsServer> struct WebSocket {
  void send(const char *, size_t, OpCode) {}
};
struct HttpRequest {};
template <bool IsServer> struct Group {
  void onConnection(std::function<void(WebSocket<IsServer> *, HttpRequest)>) {}
  void onMessage(
      std::function<void(WebSocket<IsServer> *, char *, size_t, OpCode)>) {}
  void onDisconnection(
      std::function<void(WebSocket<IsServer> *, int, char *, size_t)>) {}
};
struct Hub : Group<SERVER> {
  bool listen(int) { return true; }
  void run() {}
};
} // namespace uWS
