// Stand-in, see README.md: CppCMS.
#pragma once
#include <ostream>
#include <string>

namespace cppcms {
class service {
public:
  service(int, char **) {}
  void run() {}
};
class url_dispatcher {
public:
  template <typename C> void assign(const std::string &, void (C::*)(std::string), C *, int) {}
  template <typename C> void assign(const std::string &, void (C::*)(), C *) {}
};
namespace http {
class response {
public:
  std::ostream &out();
};
} // namespace http
class application {
public:
  explicit application(service &) {}
  virtual ~application() = default;
  virtual void main(std::string) {}
  url_dispatcher &dispatcher() { return dispatcher_; }
  http::response &response() { return response_; }

private:
  url_dispatcher dispatcher_;
  http::response response_;
};
} // namespace cppcms
