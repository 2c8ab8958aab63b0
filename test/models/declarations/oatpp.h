//===- oatpp.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/oatpp.yaml names and Debian's headers do not declare:
// Oat++, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace oatpp {
struct DefaultLogger;
struct Environment {
  struct Component;
  template <typename... A> int log(A &&...);
  template <typename... A> int logFormatted(A &&...);
  template <typename... A> int vlogFormatted(A &&...);
};
struct Logger;
namespace async {
struct ConditionVariable;
struct Coroutine;
struct CoroutineWithResult;
struct Executor {
  template <typename... A> int execute(A &&...);
};
struct Lock;
struct Processor;
} // namespace async
namespace base {
struct CommandLineArguments {
  template <typename... A> int getNamedArgumentValue(A &&...);
};
struct DefaultLogger;
struct Environment {
  struct Component;
  template <typename... A> int log(A &&...);
  template <typename... A> int logFormatted(A &&...);
  template <typename... A> int vlogFormatted(A &&...);
};
struct Logger;
} // namespace base
namespace concurrency {
struct SpinLock;
} // namespace concurrency
namespace data {
namespace mapping {
struct ObjectMapper;
namespace type {
struct DTOWrapper;
struct List;
struct ObjectWrapper;
struct String {
  template <typename... A> int loadFromFile(A &&...);
  template <typename... A> int saveToFile(A &&...);
};
struct UnorderedMap;
struct Vector;
} // namespace type
} // namespace mapping
namespace resource {
struct File {
  template <typename... A> File(A &&...);
};
struct TemporaryFile {
  template <typename... A> TemporaryFile(A &&...);
  template <typename... A> int moveFile(A &&...);
};
} // namespace resource
namespace stream {
struct FileInputStream {
  template <typename... A> FileInputStream(A &&...);
};
struct FileOutputStream {
  template <typename... A> FileOutputStream(A &&...);
};
} // namespace stream
namespace type {
struct DTOWrapper;
struct List;
struct ObjectWrapper;
struct String {
  template <typename... A> int loadFromFile(A &&...);
  template <typename... A> int saveToFile(A &&...);
};
struct UnorderedMap;
struct Vector;
} // namespace type
} // namespace data
namespace json {
struct ObjectMapper;
} // namespace json
namespace mbedtls::client {
struct ConnectionProvider {
  template <typename... A> int createShared(A &&...);
};
} // namespace mbedtls::client
namespace mongo::bson::mapping {
struct ObjectMapper;
} // namespace mongo::bson::mapping
namespace network {
struct Address {
  template <typename... A> Address(A &&...);
};
struct ClientConnectionPool;
struct ClientConnectionProvider;
struct Server {
  template <typename... A> int run(A &&...);
};
struct ServerConnectionProvider;
namespace tcp {
namespace client {
struct ConnectionProvider {
  template <typename... A> ConnectionProvider(A &&...);
  template <typename... A> int createShared(A &&...);
};
} // namespace client
namespace server {
struct ConnectionProvider {
  template <typename... A> ConnectionProvider(A &&...);
  template <typename... A> int createShared(A &&...);
};
} // namespace server
} // namespace tcp
} // namespace network
namespace openssl::client {
struct ConnectionProvider {
  template <typename... A> int createShared(A &&...);
};
} // namespace openssl::client
namespace orm {
struct Connection;
struct DbClient;
struct Executor;
struct SchemaMigration;
} // namespace orm
namespace parser::json::mapping {
struct ObjectMapper;
} // namespace parser::json::mapping
namespace postgresql {
struct ConnectionPool;
struct ConnectionProvider {
  template <typename... A> ConnectionProvider(A &&...);
};
struct Executor;
} // namespace postgresql
namespace provider {
struct Pool;
} // namespace provider
namespace sqlite {
struct ConnectionPool;
struct ConnectionProvider {
  template <typename... A> ConnectionProvider(A &&...);
};
struct Executor;
} // namespace sqlite
namespace web {
namespace client {
struct ApiClient;
struct HttpRequestExecutor;
} // namespace client
namespace mime {
struct ContentMappers;
namespace multipart {
struct Multipart;
struct Part;
template <typename... A> int createAsyncFilePartReader(A &&...);
template <typename... A> int createFilePartReader(A &&...);
} // namespace multipart
} // namespace mime
namespace protocol::http {
namespace incoming {
struct Request {
  template <typename... A> int getHeader(A &&...);
  template <typename... A> int getPathVariable(A &&...);
  template <typename... A> int readBodyToDto(A &&...);
  template <typename... A> int readBodyToString(A &&...);
};
} // namespace incoming
namespace outgoing {
struct Response {
  template <typename... A> int putHeader(A &&...);
};
} // namespace outgoing
} // namespace protocol::http
namespace server {
struct AsyncHttpConnectionHandler {
  template <typename... A> int addRequestInterceptor(A &&...);
  template <typename... A> int setErrorHandler(A &&...);
};
struct HttpConnectionHandler {
  template <typename... A> int addRequestInterceptor(A &&...);
  template <typename... A> int addResponseInterceptor(A &&...);
  template <typename... A> int setErrorHandler(A &&...);
};
struct HttpRequestHandler;
struct HttpRouter {
  template <typename... A> int addController(A &&...);
  template <typename... A> int route(A &&...);
};
struct HttpRouterTemplate {
  template <typename... A> int route(A &&...);
};
namespace api {
struct ApiController {
  struct HandlerCoroutine;
  template <typename... A> static int createEndpoint(A &&...);
};
} // namespace api
namespace handler {
struct AuthorizationHandler;
struct BasicAuthorizationHandler;
struct BearerAuthorizationHandler;
struct DefaultErrorHandler;
struct ErrorHandler;
} // namespace handler
namespace interceptor {
struct RequestInterceptor;
struct ResponseInterceptor;
} // namespace interceptor
} // namespace server
} // namespace web
namespace websocket {
struct AsyncConnectionHandler {
  struct SocketInstanceListener;
  template <typename... A> int setSocketInstanceListener(A &&...);
};
struct AsyncWebSocket {
  struct Listener;
};
struct ConnectionHandler {
  struct SocketInstanceListener;
  template <typename... A> int setSocketInstanceListener(A &&...);
};
struct WebSocket {
  struct Listener;
};
} // namespace websocket
} // namespace oatpp
