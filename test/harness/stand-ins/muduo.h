// Stand-in, see README.md: muduo.
#pragma once
#include <functional>
#include <memory>
#include <string>

namespace muduo {
template <typename T> class ThreadLocal {
public:
  T &value() { return value_; }

private:
  T value_;
};
class Timestamp {
public:
  static Timestamp now() { return {}; }
  double at = 0;
};
inline double timeDifference(Timestamp a, Timestamp b) { return a.at - b.at; }
namespace detail {
template <typename T> class AtomicIntegerT {
public:
  T get() { return n_; }
  T getAndSet(T n) {
    T old = n_;
    n_ = n;
    return old;
  }
  T incrementAndGet() { return ++n_; }
  void add(T n) { n_ += n; }

private:
  T n_ = 0;
};
} // namespace detail
using AtomicInt64 = detail::AtomicIntegerT<long>;
} // namespace muduo

namespace muduo::net {
class TcpConnection;
class Buffer {
public:
  std::string retrieveAllAsString() { return {}; }
  int readableBytes() const { return 0; }
};
using TcpConnectionPtr = std::shared_ptr<TcpConnection>;
class TcpConnection {
public:
  void send(const std::string &) {}
  void shutdown() {}
  bool connected() const { return true; }
  const std::string &name() const { return name_; }
  void setContext(const std::weak_ptr<void> &) {}
  std::weak_ptr<void> getContext() const { return {}; }

private:
  std::string name_;
};
class EventLoop {
public:
  void loop() {}
  void quit() {}
  template <typename F> void queueInLoop(F) {}
  template <typename F> void runEvery(double, F) {}
  template <typename F> void runAfter(double, F) {}
};
class InetAddress {
public:
  explicit InetAddress(int) {}
};
class TcpClient {
public:
  TcpClient(EventLoop *, const InetAddress &, const std::string &) {}
  void connect() {}
  void disconnect() {}
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
