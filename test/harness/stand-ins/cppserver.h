// Stand-in, see README.md: CppServer.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace CppServer::Asio {
struct UUID {
  unsigned char data[16];
  bool operator<(const UUID &other) const { return data[0] < other.data[0]; }
};
class TCPServer;
class Service : public std::enable_shared_from_this<Service> {
public:
  explicit Service(int = 1, bool = false) {}
  virtual ~Service() = default;
  virtual bool Start(bool = false) { return true; }
  virtual bool Stop() { return true; }
  template <typename F> void Post(F) {}
};
class Timer : public std::enable_shared_from_this<Timer> {
public:
  explicit Timer(const std::shared_ptr<Service> &) {}
  virtual ~Timer() = default;
  virtual bool Setup(const std::function<void(bool)> &, int) { return true; }
  virtual bool WaitAsync() { return true; }

protected:
  virtual void onTimer(bool) {}
};
class TCPSession : public std::enable_shared_from_this<TCPSession> {
public:
  explicit TCPSession(const std::shared_ptr<TCPServer> &server) : _server(server) {}
  virtual ~TCPSession() = default;
  const UUID &id() const noexcept { return _id; }
  std::shared_ptr<TCPServer> &server() noexcept { return _server; }
  virtual bool Disconnect() { return true; }
  virtual bool SendAsync(std::string_view) { return true; }

protected:
  virtual void onConnected() {}
  virtual void onDisconnected() {}
  virtual void onReceived(const void *, size_t) {}
  virtual void onError(int, const std::string &, const std::string &) {}

private:
  UUID _id;
  std::shared_ptr<TCPServer> _server;
};
class TCPServer : public std::enable_shared_from_this<TCPServer> {
public:
  TCPServer(const std::shared_ptr<Service> &, int) {}
  TCPServer(const std::shared_ptr<Service> &, const std::string &, int) {}
  virtual ~TCPServer() = default;
  virtual bool Start() { return true; }
  virtual bool Stop() { return true; }
  virtual bool Multicast(std::string_view) { return true; }
  std::shared_ptr<TCPSession> FindSession(const UUID &) { return {}; }

protected:
  virtual std::shared_ptr<TCPSession> CreateSession(const std::shared_ptr<TCPServer> &server) {
    return std::make_shared<TCPSession>(server);
  }
  virtual void onStarted() {}
  virtual void onStopped() {}
  virtual void onConnected(std::shared_ptr<TCPSession> &) {}
  virtual void onDisconnected(std::shared_ptr<TCPSession> &) {}
};
class TCPClient : public std::enable_shared_from_this<TCPClient> {
public:
  TCPClient(const std::shared_ptr<Service> &, const std::string &, int) {}
  virtual ~TCPClient() = default;
  virtual bool ConnectAsync() { return true; }
  virtual bool SendAsync(std::string_view) { return true; }

protected:
  virtual void onReceived(const void *, size_t) {}
};
} // namespace CppServer::Asio

namespace CppServer::HTTP {
class HTTPRequest {
public:
  std::string_view method() const noexcept { return {}; }
  std::string_view url() const noexcept { return {}; }
  std::string_view body() const noexcept { return {}; }
};
class HTTPResponse {
public:
  HTTPResponse &MakeOKResponse(int = 200) { return *this; }
  HTTPResponse &MakeGetResponse(std::string_view, std::string_view = "text/plain") { return *this; }
  HTTPResponse &MakeErrorResponse(int, std::string_view) { return *this; }
};
class HTTPServer : public Asio::TCPServer {
public:
  using TCPServer::TCPServer;
  void AddStaticContent(const std::string &, const std::string & = "/") {}
};
class HTTPSession : public Asio::TCPSession {
public:
  explicit HTTPSession(const std::shared_ptr<HTTPServer> &server) : TCPSession(server) {}
  HTTPResponse &response() noexcept { return _response; }
  bool SendResponseAsync(const HTTPResponse &) { return true; }

protected:
  virtual void onReceivedRequest(const HTTPRequest &) {}
  virtual void onReceivedRequestError(const HTTPRequest &, const std::string &) {}
  HTTPResponse _response;
};
} // namespace CppServer::HTTP

namespace CppServer::WS {
class WebSocket {
public:
  virtual ~WebSocket() = default;

protected:
  virtual void onWSConnected(const HTTP::HTTPRequest &) {}
  virtual void onWSDisconnected() {}
  virtual void onWSReceived(const void *, size_t) {}
};
class WSServer : public HTTP::HTTPServer, protected WebSocket {
public:
  using HTTPServer::HTTPServer;
  size_t MulticastText(std::string_view) { return 0; }
};
class WSSession : public HTTP::HTTPSession, protected WebSocket {
public:
  explicit WSSession(const std::shared_ptr<WSServer> &server) : HTTPSession(server) {}
  bool SendTextAsync(std::string_view) { return true; }
  virtual bool Close() { return true; }
};
} // namespace CppServer::WS
