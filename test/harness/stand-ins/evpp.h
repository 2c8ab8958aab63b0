// Stand-in, see README.md: evpp.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace evpp {
class Slice {
public:
  std::string ToString() const { return {}; }
};
class Duration {
public:
  explicit Duration(double) {}
};
class InvokeTimer;
class EventLoop {
public:
  void Run() {}
  void Stop() {}
  std::shared_ptr<InvokeTimer> RunEvery(Duration, const std::function<void()> &) { return {}; }
  void RunInLoop(const std::function<void()> &) {}
  void QueueInLoop(const std::function<void()> &) {}
};
class Buffer {
public:
  std::string NextAllString() { return {}; }
};
class TCPConn {
public:
  void Send(const std::string &) {}
  void Close() {}
  bool IsConnected() const { return true; }
  unsigned long id() const { return 0; }
};
using TCPConnPtr = std::shared_ptr<TCPConn>;
class TCPServer {
public:
  TCPServer(EventLoop *, const std::string &, const std::string &, unsigned) {}
  bool Init() { return true; }
  bool Start() { return true; }
  void SetConnectionCallback(const std::function<void(const TCPConnPtr &)> &) {}
  void SetMessageCallback(std::function<void(const TCPConnPtr &, Buffer *)>) {}
};
namespace http {
struct Context {
  void AddResponseHeader(const std::string &, const std::string &) {}
  const std::string &uri() const { return uri_; }
  const Slice &body() const { return body_; }
  std::string GetQuery(const std::string &) { return {}; }

private:
  std::string uri_;
  Slice body_;
};
using ContextPtr = std::shared_ptr<Context>;
using HTTPSendResponseCallback = std::function<void(const std::string &)>;
using HTTPRequestCallback =
    std::function<void(EventLoop *, const ContextPtr &, const HTTPSendResponseCallback &)>;
class Server {
public:
  explicit Server(unsigned = 0) {}
  bool Init(int) { return true; }
  bool Start() { return true; }
  void RegisterHandler(const std::string &, HTTPRequestCallback) {}
  void RegisterDefaultHandler(HTTPRequestCallback) {}
};
} // namespace http
} // namespace evpp
