// Stand-in, see README.md: brynet.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace brynet::base {
class BasePacketReader {
public:
  const char *begin() const { return nullptr; }
  std::size_t size() const { return 0; }
  void consumeAll() {}
};
} // namespace brynet::base

namespace brynet::net {
class TcpSocket {
public:
  using Ptr = std::unique_ptr<TcpSocket>;
  void setNodelay() const {}
};
class TcpConnection : public std::enable_shared_from_this<TcpConnection> {
public:
  using Ptr = std::shared_ptr<TcpConnection>;
  using EnterCallback = std::function<void(const Ptr &)>;
  void send(const std::string &, std::function<void()> && = nullptr) {}
  void setDataCallback(std::function<void(base::BasePacketReader &)> &&) {}
  void setDisConnectCallback(std::function<void(const Ptr &)> &&) {}
};
class EventLoop {
public:
  void loop(std::int64_t) {}
  std::shared_ptr<void> runIntervalTimer(std::chrono::nanoseconds, std::function<void()> &&) { return {}; }
};
class ITcpService {
public:
  using Ptr = std::shared_ptr<ITcpService>;
  virtual ~ITcpService() = default;
};
class IOThreadTcpService : public ITcpService {
public:
  using Ptr = std::shared_ptr<IOThreadTcpService>;
  static Ptr Create() { return {}; }
  void startWorkerThread(std::size_t) {}
};
} // namespace brynet::net

namespace brynet::net::http {
class HTTPParser {
public:
  const std::string &getPath() const { return text_; }
  const std::string &getBody() const { return text_; }

private:
  std::string text_;
};
class HttpResponse {
public:
  void setBody(std::string &&) {}
  std::string getResult() const { return {}; }
};
class HttpSession {
public:
  using Ptr = std::shared_ptr<HttpSession>;
  void send(const std::string &, std::function<void()> && = nullptr) {}
  void postShutdown() const {}
};
class HttpSessionHandlers {
public:
  void setHttpEndCallback(std::function<void(const HTTPParser &, const HttpSession::Ptr &)> &&) {}
  void setClosedCallback(std::function<void(const HttpSession::Ptr &)> &&) {}
  void setWSCallback(std::function<void(const HttpSession::Ptr &, int, const std::string &)> &&) {}
};
} // namespace brynet::net::http

namespace brynet::net::wrapper {
template <typename Derived> class BaseListenerBuilder {
public:
  Derived &WithService(ITcpService::Ptr) { return static_cast<Derived &>(*this); }
  Derived &WithAddr(bool, std::string, std::size_t) { return static_cast<Derived &>(*this); }
  Derived &AddSocketProcess(const std::function<void(TcpSocket &)> &) { return static_cast<Derived &>(*this); }
  Derived &AddEnterCallback(const TcpConnection::EnterCallback &) { return static_cast<Derived &>(*this); }
  void asyncRun() {}
};
class ListenerBuilder : public BaseListenerBuilder<ListenerBuilder> {};
class HttpListenerBuilder {
public:
  HttpListenerBuilder &WithService(ITcpService::Ptr) { return *this; }
  HttpListenerBuilder &WithAddr(bool, std::string, std::size_t) { return *this; }
  HttpListenerBuilder &
  WithEnterCallback(std::function<void(const http::HttpSession::Ptr &, http::HttpSessionHandlers &)> &&) {
    return *this;
  }
  void asyncRun() {}
};
} // namespace brynet::net::wrapper
