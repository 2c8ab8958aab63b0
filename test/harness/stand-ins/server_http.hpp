// Stand-in, see README.md: Simple-Web-Server.
#pragma once
#include <functional>
#include <istream>
#include <map>
#include <memory>
#include <ostream>
#include <regex>
#include <string>
#include <system_error>
#include <unordered_map>

namespace asio::ip {
class tcp {
public:
  class socket {};
};
} // namespace asio::ip

namespace SimpleWeb {
using error_code = std::error_code;
using CaseInsensitiveMultimap = std::unordered_multimap<std::string, std::string>;

template <class socket_type> class ServerBase {
public:
  class Response : public std::enable_shared_from_this<Response>, public std::ostream {
  public:
    void send(const std::function<void(const error_code &)> & = nullptr) noexcept {}
    void write(const std::string &, const CaseInsensitiveMultimap & = CaseInsensitiveMultimap()) {}
  };
  class Content : public std::istream {
  public:
    std::size_t size() noexcept { return 0; }
    std::string string() noexcept { return {}; }
  };
  class Request {
  public:
    std::string method, path, query_string, http_version;
    Content content;
    CaseInsensitiveMultimap header;
    std::smatch path_match;
    std::string remote_endpoint_address() noexcept { return {}; }
    CaseInsensitiveMultimap parse_query_string() noexcept { return {}; }
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
    regex_orderable(std::string text) : std::regex(text), str(std::move(text)) {}
    bool operator<(const regex_orderable &other) const noexcept { return str < other.str; }
  };

public:
  std::map<regex_orderable,
           std::map<std::string, std::function<void(std::shared_ptr<typename ServerBase<socket_type>::Response>,
                                                    std::shared_ptr<typename ServerBase<socket_type>::Request>)>>>
      resource;
  std::map<std::string, std::function<void(std::shared_ptr<typename ServerBase<socket_type>::Response>,
                                           std::shared_ptr<typename ServerBase<socket_type>::Request>)>>
      default_resource;
  std::function<void(std::shared_ptr<typename ServerBase<socket_type>::Request>, const error_code &)> on_error;

  std::function<void(std::unique_ptr<socket_type> &, std::shared_ptr<typename ServerBase<socket_type>::Request>)>
      on_upgrade;

  void start(const std::function<void(unsigned short)> & = nullptr) {}
  void stop() noexcept {}
  virtual ~ServerBase() {}
};
template <class socket_type> class Server : public ServerBase<socket_type> {};
using HTTP = asio::ip::tcp::socket;
template <> class Server<HTTP> : public ServerBase<HTTP> {
public:
  Server() noexcept {}
};
} // namespace SimpleWeb
