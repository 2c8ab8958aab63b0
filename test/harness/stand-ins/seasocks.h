// Stand-in, see README.md: Seasocks.
#pragma once
#include <functional>
#include <memory>
#include <string>

namespace seasocks {
class Server;
class Logger {
public:
  virtual ~Logger() = default;
};
class PrintfLogger : public Logger {};
struct Credentials {
  std::string username;
};
class Request {
public:
  virtual ~Request() = default;
  virtual std::shared_ptr<Credentials> credentials() const = 0;
  virtual const std::string &getRequestUri() const = 0;
  virtual const unsigned char *content() const = 0;
  virtual std::size_t contentLength() const = 0;
};
class WebSocket : public Request {
public:
  virtual void send(const char *) = 0;
  void send(const std::string &data) { send(data.c_str()); }
  virtual void close() = 0;
  class Handler {
  public:
    virtual ~Handler() = default;
    virtual void onConnect(WebSocket *) = 0;
    virtual void onData(WebSocket *, const char *) {}
    virtual void onData(WebSocket *, const unsigned char *, std::size_t) {}
    virtual void onDisconnect(WebSocket *) = 0;
  };
};
class ResponseWriter;
class Response {
public:
  virtual ~Response() = default;
  virtual void handle(std::shared_ptr<ResponseWriter>) = 0;
  virtual void cancel() = 0;
  static std::shared_ptr<Response> unhandled() { return {}; }
  static std::shared_ptr<Response> textResponse(const std::string &) { return {}; }
};
class PageHandler {
public:
  virtual ~PageHandler() = default;
  virtual std::shared_ptr<Response> handle(const Request &) = 0;
};
class Server {
public:
  explicit Server(std::shared_ptr<Logger>) {}
  void addPageHandler(std::shared_ptr<PageHandler>) {}
  void addWebSocketHandler(const char *, std::shared_ptr<WebSocket::Handler>, bool = false) {}
  bool serve(const char *, int) { return true; }
  void terminate() {}
  void execute(std::function<void()>) {}
};
} // namespace seasocks
