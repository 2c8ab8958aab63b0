// Stand-in, see README.md: Crow.
#pragma once
#include <cstdint>
#include <functional>
#include <string>

namespace crow {
struct request {
  std::string url, body, remote_ip_address;
  const std::string &get_header_value(const std::string &key) const;
};
struct response {
  response();
  response(int code);
  response(std::string body);
  response(int code, std::string body);
  void add_header(std::string key, std::string value);
  void end();
};
enum class HTTPMethod { Get, Post, Delete };
namespace websocket {
struct connection {
  virtual ~connection() = default;
  virtual void send_text(std::string text) = 0;
  virtual std::string get_remote_ip() = 0;
};
} // namespace websocket
template <typename App> struct WebSocketRule {
  template <typename F> WebSocketRule &onopen(F) { return *this; }
  template <typename F> WebSocketRule &onmessage(F) { return *this; }
  template <typename F> WebSocketRule &onclose(F) { return *this; }
};
template <typename T> struct RuleParameterTraits {
  T &methods(HTTPMethod method);
  template <typename App> WebSocketRule<App> &websocket(App *app);
};
template <typename... Args> struct TaggedRule : RuleParameterTraits<TaggedRule<Args...>> {
  template <typename F> void operator()(F &&) {}
};
template <typename... Middlewares> class Crow {
public:
  template <std::uint64_t Tag> TaggedRule<> &route(const std::string &rule);
  template <typename T> typename T::context &get_context(const request &req);
  template <typename T> T &get_middleware();
  template <typename... Ts> explicit Crow(Ts &&...middlewares);
  Crow &port(std::uint16_t port);
  Crow &multithreaded();
  void run();
};
template <typename... Middlewares> using App = Crow<Middlewares...>;
using SimpleApp = Crow<>;
struct InMemoryStore {};
struct FileStore {
  FileStore(const std::string &folder, std::uint64_t expiration = 3600);
};
struct CookieParser {
  struct context {
    std::string get_cookie(const std::string &key) const;
    void set_cookie(const std::string &key, const std::string &value);
  };
};
template <typename Store> struct SessionMiddleware {
  struct context {
    template <typename T> T get(const std::string &key, const T &fallback = {});
    template <typename T> void set(const std::string &key, T value);
  };
  template <typename... Ts> SessionMiddleware(CookieParser cookie, int length, Ts... ts);
};
} // namespace crow

#define CROW_ROUTE(app, url) app.template route<0>(url)
#define CROW_WEBSOCKET_ROUTE(app, url) app.template route<0>(url).websocket(&app)
