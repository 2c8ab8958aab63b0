// Stand-in, see README.md: muduo.
#pragma once
#include <functional>
#include <memory>
#include <string>

namespace muduo::net {
class TcpConnection;
class Buffer {
public:
  std::string retrieveAllAsString() { return {}; }
};
using TcpConnectionPtr = std::shared_ptr<TcpConnection>;
class TcpConnection {
public:
  void send(const std::string &) {}
  void shutdown() {}
  bool connected() const { return true; }
};
class EventLoop {
public:
  void loop() {}
  template <typename F> void queueInLoop(F) {}
  template <typename F> void runEvery(double, F) {}
};
class InetAddress {
public:
  explicit InetAddress(int) {}
};
class TcpServer {
public:
  TcpServer(EventLoop *, const InetAddress &, const std::string &) {}
  void
  setConnectionCallback(const std::function<void(const TcpConnectionPtr &)> &) {
  }
  void setMessageCallback(
      const std::function<void(const TcpConnectionPtr &, Buffer *, long)> &) {}
  void setThreadNum(int) {}
  void start() {}
};
} // namespace muduo::net
