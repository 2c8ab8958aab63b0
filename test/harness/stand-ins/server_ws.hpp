// Stand-in, see README.md: Simple-WebSocket-Server.
#pragma once
#include <functional>
#include <istream>
#include <map>
#include <memory>
#include <ostream>
#include <regex>
#include <string>
#include <system_error>
#include <unordered_set>

namespace SimpleWeb {
using error_code = std::error_code;

template <class socket_type> class SocketServerBase {
public:
  class InMessage : public std::istream {
  public:
    std::string string() noexcept { return {}; }
  };
  class OutMessage : public std::iostream {
  public:
    OutMessage() noexcept : std::iostream(nullptr) {}
  };
  class Connection : public std::enable_shared_from_this<Connection> {
  public:
    std::string path, query_string;
    std::smatch path_match;
    void send(const std::shared_ptr<OutMessage> &, std::function<void(const error_code &)> = nullptr,
              unsigned char = 129) {}
    void send(const std::string &, std::function<void(const error_code &)> = nullptr, unsigned char = 129) {}
    void send_close(int, const std::string & = "", std::function<void(const error_code &)> = nullptr) {}
  };
  class Endpoint {
  public:
    std::function<void(std::shared_ptr<Connection>)> on_open;
    std::function<void(std::shared_ptr<Connection>, std::shared_ptr<InMessage>)> on_message;
    std::function<void(std::shared_ptr<Connection>, int, const std::string &)> on_close;
    std::function<void(std::shared_ptr<Connection>, const error_code &)> on_error;
    std::unordered_set<std::shared_ptr<Connection>> get_connections() noexcept { return {}; }
  };
  class Config {
  public:
    unsigned short port = 80;
    std::string address;
  };
  Config config;

private:
  class regex_orderable : public std::regex {
    std::string str;

  public:
    regex_orderable(const char *text) : std::regex(text), str(text) {}
    bool operator<(const regex_orderable &other) const noexcept { return str < other.str; }
  };

public:
  std::map<regex_orderable, Endpoint> endpoint;
  void start(const std::function<void(unsigned short)> & = nullptr) {}
  std::unordered_set<std::shared_ptr<Connection>> get_connections() noexcept { return {}; }
  virtual ~SocketServerBase() noexcept {}
};
template <class socket_type> class SocketServer : public SocketServerBase<socket_type> {};
class WS;
template <> class SocketServer<WS> : public SocketServerBase<WS> {
public:
  SocketServer() noexcept {}
};
} // namespace SimpleWeb
