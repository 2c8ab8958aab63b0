// Stand-in, see README.md: Oat++. Its macros expand to what these do, in short.
#pragma once
#include <memory>
#include <string>
#include <typeinfo>

namespace oatpp {
namespace async {
class Action {};
class AbstractCoroutine {
public:
  virtual ~AbstractCoroutine() = default;
  virtual Action act() = 0;
  Action finish() const;
};
template <typename T> class Coroutine : public AbstractCoroutine {
public:
  using Step = Action (T::*)();
  Action yieldTo(Step step) const;
};
template <typename T, typename Result> class CoroutineWithResult : public AbstractCoroutine {
public:
  Action _return(Result result);
};
class Executor {
public:
  template <typename T, typename... Args> void execute(Args... args);
};
} // namespace async
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
  std::string path() const;
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
  template <typename T, typename Controller>
  class HandlerCoroutine : public oatpp::async::CoroutineWithResult<T, std::shared_ptr<OutgoingResponse>> {
  public:
    HandlerCoroutine(Controller *given, const std::shared_ptr<IncomingRequest> &asked)
        : controller(given), request(asked) {}
    Controller *const controller;
    std::shared_ptr<IncomingRequest> request;
  };
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

#define ENDPOINT_ASYNC(method, path, name) class name : public HandlerCoroutine<name, __ControllerType>
#define ENDPOINT_ASYNC_INIT(name)                                                                                      \
public:                                                                                                                \
  name(__ControllerType *given, const std::shared_ptr<IncomingRequest> &asked) : HandlerCoroutine(given, asked) {}

#define ENDPOINT(method, path, name, ...)                                                                              \
  std::shared_ptr<oatpp::web::protocol::http::outgoing::Response> name(__VA_ARGS__)
#define OATPP_LOGD(TAG, ...) oatpp::base::Environment::logFormatted(1, TAG, __VA_ARGS__)
#define PATH(type, name) const type &name
#define REQUEST(type, name) const type &name
#define OATPP_COMPONENT(type, member)                                                                                  \
  type &member = (*(reinterpret_cast<type *>(oatpp::base::Environment::getComponent(typeid(type).name()))))
#define OATPP_CREATE_COMPONENT(type, name) oatpp::base::Environment::Component<type> name = oatpp::base::Environment::Component<type>
