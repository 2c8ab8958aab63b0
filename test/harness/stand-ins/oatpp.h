// Stand-in, see README.md: Oat++. Its macros expand to what these do, in short.
#pragma once
#include <memory>
#include <string>
#include <typeinfo>

namespace oatpp {
namespace data::mapping {
class ObjectMapper {};
namespace type {
class String {
public:
  String(const char *text);
  String(const std::string &text);
  std::string *operator->() const;
  void saveToFile(const char *filename) const;
};
} // namespace type
} // namespace data::mapping
using String = data::mapping::type::String;
namespace web::protocol::http {
struct Status {
  static const Status CODE_200, CODE_404;
};
namespace incoming {
class Request {
public:
  String readBodyToString() const;
};
} // namespace incoming
namespace outgoing {
class Response {
public:
  void putHeader(const std::string &key, const std::string &value);
};
} // namespace outgoing
} // namespace web::protocol::http
namespace web::server {
class HttpRouter {
public:
  template <typename T> void addController(const std::shared_ptr<T> &) {}
};
namespace api {
class ApiController {
public:
  using IncomingRequest = oatpp::web::protocol::http::incoming::Request;
  using OutgoingResponse = oatpp::web::protocol::http::outgoing::Response;
  explicit ApiController(const std::shared_ptr<oatpp::data::mapping::ObjectMapper> &mapper);
  std::shared_ptr<OutgoingResponse> createResponse(const web::protocol::http::Status &status,
                                                   const std::string &body) const;
};
} // namespace api
} // namespace web::server
namespace base {
class Environment {
public:
  template <typename T> class Component {
  public:
    explicit Component(const T &object) : object(object) {}
    T getObject() { return object; }

  private:
    T object;
  };
  static void init();
  static void *getComponent(const std::string &type);
  static void logFormatted(unsigned priority, const std::string &tag, const char *message, ...);
};
} // namespace base
namespace network {
class Server {
public:
  explicit Server(int port);
  void run();
};
} // namespace network
} // namespace oatpp

#define ENDPOINT(method, path, name, ...)                                                                              \
  std::shared_ptr<oatpp::web::protocol::http::outgoing::Response> name(__VA_ARGS__)
#define OATPP_LOGD(TAG, ...) oatpp::base::Environment::logFormatted(1, TAG, __VA_ARGS__)
#define PATH(type, name) const type &name
#define REQUEST(type, name) const type &name
#define OATPP_COMPONENT(type, member)                                                                                  \
  type &member = (*(reinterpret_cast<type *>(oatpp::base::Environment::getComponent(typeid(type).name()))))
#define OATPP_CREATE_COMPONENT(type, name) oatpp::base::Environment::Component<type> name = oatpp::base::Environment::Component<type>
