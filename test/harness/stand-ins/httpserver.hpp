// Stand-in, see README.md: libhttpserver.
#pragma once
#include <memory>
#include <string>

namespace httpserver {
class http_request {
public:
  std::string get_arg(const std::string &) const { return {}; }
};
class http_response {};
class string_response : public http_response {
public:
  explicit string_response(const std::string &) {}
};
class http_resource {
public:
  virtual ~http_resource() = default;
  virtual std::shared_ptr<http_response> render_GET(const http_request &) { return nullptr; }
  virtual std::shared_ptr<http_response> render_POST(const http_request &) { return nullptr; }
};
class create_webserver {
public:
  explicit create_webserver(int) {}
};
class webserver {
public:
  explicit webserver(const create_webserver &) {}
  bool register_resource(const std::string &, http_resource *) { return true; }
  bool start(bool) { return true; }
};
} // namespace httpserver
