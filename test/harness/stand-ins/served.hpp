// Stand-in, see README.md: served.
#pragma once
#include <functional>
#include <string>

namespace served {
class parameters {
public:
  const std::string operator[](const std::string &) const { return {}; }
};
class request {
public:
  parameters params;
  const std::string header(const std::string &) const { return {}; }
  const std::string body() const { return {}; }
};
class response {
public:
  void set_header(const std::string &, const std::string &) {}
  void set_status(int) {}
  response &operator<<(const std::string &) { return *this; }
};
using served_req_handler = std::function<void(response &, const request &)>;
class methods_handler {
public:
  methods_handler &get(served_req_handler) { return *this; }
  methods_handler &post(served_req_handler) { return *this; }
  methods_handler &del(served_req_handler) { return *this; }
};
class multiplexer {
public:
  void use_before(std::function<void(response &, request &)>) {}
  void use_after(std::function<void(response &, const request &)>) {}
  void use_wrapper(std::function<void(response &, request &, std::function<void()>)>) {}
  methods_handler &handle(const std::string &, const std::string & = "") { return made_; }

private:
  methods_handler made_;
};
namespace net {
class server {
public:
  explicit server(const std::string &, const std::string &, multiplexer &, bool = true) {}
  void run(int = 1, bool = true) {}
  void stop() {}
};
} // namespace net
} // namespace served
