//===- drogon.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/drogon.yaml names and Debian's headers do not declare:
// Drogon, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace drogon {
struct CacheMap {
  template <typename... A> int erase(A &&...);
  template <typename... A> int find(A &&...);
  template <typename... A> int findAndFetch(A &&...);
  template <typename... A> int insert(A &&...);
  template <typename... A> int modify(A &&...);
};
struct HttpAppFramework {
  template <typename... A> int addALocation(A &&...);
  template <typename... A> int addListener(A &&...);
  template <typename... A> int createDbClient(A &&...);
  template <typename... A> int createRedisClient(A &&...);
  template <typename... A> int enableSession(A &&...);
  template <typename... A> int getCustomConfig(A &&...);
  template <typename... A> int getDbClient(A &&...);
  template <typename... A> int getFastDbClient(A &&...);
  template <typename... A> int getIOLoop(A &&...);
  template <typename... A> int getLoop(A &&...);
  template <typename... A> int getPlugin(A &&...);
  template <typename... A> int getRedisClient(A &&...);
  template <typename... A> int instance(A &&...);
  template <typename... A> int loadConfigFile(A &&...);
  template <typename... A> int registerBeginningAdvice(A &&...);
  template <typename... A> int registerController(A &&...);
  template <typename... A> int registerFilter(A &&...);
  template <typename... A> int registerHandler(A &&...);
  template <typename... A> int registerHandlerViaRegex(A &&...);
  template <typename... A> int registerHttpController(A &&...);
  template <typename... A> int registerHttpResponseCreationAdvice(A &&...);
  template <typename... A> int registerHttpSimpleController(A &&...);
  template <typename... A> int registerMiddleware(A &&...);
  template <typename... A> int registerNewConnectionAdvice(A &&...);
  template <typename... A> int registerPostHandlingAdvice(A &&...);
  template <typename... A> int registerPostRoutingAdvice(A &&...);
  template <typename... A> int registerPreHandlingAdvice(A &&...);
  template <typename... A> int registerPreRoutingAdvice(A &&...);
  template <typename... A> int registerPreSendingAdvice(A &&...);
  template <typename... A> int registerSessionDestroyAdvice(A &&...);
  template <typename... A> int registerSessionStartAdvice(A &&...);
  template <typename... A> int registerSyncAdvice(A &&...);
  template <typename... A> int registerWebSocketController(A &&...);
  template <typename... A> int run(A &&...);
  template <typename... A> int setConnectionCallback(A &&...);
  template <typename... A> int setCustomErrorHandler(A &&...);
  template <typename... A> int setDefaultHandler(A &&...);
  template <typename... A> int setDocumentRoot(A &&...);
  template <typename... A> int setExceptionHandler(A &&...);
  template <typename... A> int setIntSignalHandler(A &&...);
  template <typename... A> int setLogPath(A &&...);
  template <typename... A> int setTermSignalHandler(A &&...);
  template <typename... A> int setUploadPath(A &&...);
};
struct HttpClient {
  template <typename... A> int newHttpClient(A &&...);
  template <typename... A> int sendRequest(A &&...);
  template <typename... A> int sendRequestCoro(A &&...);
};
struct HttpController {
  template <typename... A> int registerMethod(A &&...);
  template <typename... A> int registerMethodViaRegex(A &&...);
};
struct HttpControllerBase;
struct HttpCoroFilter;
struct HttpCoroMiddleware;
struct HttpFile {
  template <typename... A> int fileContent(A &&...);
  template <typename... A> int fileData(A &&...);
  template <typename... A> int getFileName(A &&...);
  template <typename... A> int save(A &&...);
  template <typename... A> int saveAs(A &&...);
};
struct HttpFilter;
struct HttpFilterBase;
struct HttpMiddleware;
struct HttpMiddlewareBase;
struct HttpRequest {
  template <typename... A> int body(A &&...);
  template <typename... A> int bodyData(A &&...);
  template <typename... A> int cookies(A &&...);
  template <typename... A> int getBody(A &&...);
  template <typename... A> int getCookie(A &&...);
  template <typename... A> int getHeader(A &&...);
  template <typename... A> int getJsonObject(A &&...);
  template <typename... A> int getParameter(A &&...);
  template <typename... A> int getPeerAddr(A &&...);
  template <typename... A> int getSession(A &&...);
  template <typename... A> int newFileUploadRequest(A &&...);
  template <typename... A> int newHttpFormPostRequest(A &&...);
  template <typename... A> int newHttpJsonRequest(A &&...);
  template <typename... A> int newHttpRequest(A &&...);
  template <typename... A> int peerAddr(A &&...);
  template <typename... A> int session(A &&...);
};
struct Cookie {
  template <typename... A> Cookie(A &&...);
  template <typename... A> int setValue(A &&...);
};
struct HttpResponse {
  template <typename... A> int addCookie(A &&...);
  template <typename... A> int addHeader(A &&...);
  template <typename... A> int newFileResponse(A &&...);
};
struct HttpSimpleController;
struct HttpSimpleControllerBase;
struct HttpViewData;
struct IOThreadStorage;
struct MultiPartParser;
struct Plugin;
struct PluginBase;
struct PubSubService {
  template <typename... A> int publish(A &&...);
  template <typename... A> int subscribe(A &&...);
  template <typename... A> int unsubscribe(A &&...);
};
struct RestfulController;
struct Session {
  template <typename... A> int clear(A &&...);
  template <typename... A> int erase(A &&...);
  template <typename... A> int find(A &&...);
  template <typename... A> int get(A &&...);
  template <typename... A> int getOptional(A &&...);
  template <typename... A> int insert(A &&...);
  template <typename... A> int modify(A &&...);
  template <typename... A> int sessionId(A &&...);
};
struct WebSocketClient {
  template <typename... A> int newWebSocketClient(A &&...);
  template <typename... A> int setConnectionClosedHandler(A &&...);
  template <typename... A> int setMessageHandler(A &&...);
};
struct WebSocketConnection {
  template <typename... A> int peerAddr(A &&...);
};
struct WebSocketController;
struct WebSocketControllerBase;
namespace monitoring {
struct Collector;
struct Counter;
struct Gauge;
struct Histogram;
struct Registry;
} // namespace monitoring
namespace nosql {
struct RedisClient {
  template <typename... A> int execCommandAsync(A &&...);
  template <typename... A> int execCommandSync(A &&...);
  template <typename... A> int newRedisClient(A &&...);
};
struct RedisSubscriber;
struct RedisTransaction;
} // namespace nosql
namespace orm {
struct CoroMapper;
struct DbClient {
  template <typename... A> int execSqlAsync(A &&...);
  template <typename... A> int execSqlCoro(A &&...);
  template <typename... A> int execSqlSync(A &&...);
  template <typename... A> int newMysqlClient(A &&...);
  template <typename... A> int newPgClient(A &&...);
  template <typename... A> int newSqlite3Client(A &&...);
};
struct DbListener;
struct Mapper;
struct MysqlConfig {
  int host;
};
struct PostgresConfig {
  int host;
};
struct Sqlite3Config {
  int filename;
};
struct Transaction;
namespace internal {
struct SqlBinder {
  template <typename A> void operator<<(A &&);
  template <typename A> void operator>>(A &&);
};
} // namespace internal
} // namespace orm
namespace plugin {
struct AccessLogger;
struct PromExporter;
} // namespace plugin
template <typename... A> int app(A &&...);
template <typename... A> int async_run(A &&...);
template <typename... A> int sync_wait(A &&...);
} // namespace drogon
namespace trantor {
struct AsyncFileLogger;
struct ConcurrentTaskQueue {
  template <typename... A> int runTaskInQueue(A &&...);
};
struct Date;
struct EventLoop {
  template <typename... A> int loop(A &&...);
  template <typename... A> int queueInLoop(A &&...);
  template <typename... A> int runAfter(A &&...);
  template <typename... A> int runAt(A &&...);
  template <typename... A> int runEvery(A &&...);
  template <typename... A> int runInLoop(A &&...);
};
struct EventLoopThread;
struct EventLoopThreadPool;
struct LogStream;
struct Logger;
struct Resolver;
struct SerialTaskQueue {
  template <typename... A> int runTaskInQueue(A &&...);
};
struct TaskQueue {
  template <typename... A> int runTaskInQueue(A &&...);
  template <typename... A> int syncTaskInQueue(A &&...);
};
struct TcpClient;
struct TcpConnection {
  template <typename... A> int peerAddr(A &&...);
};
} // namespace trantor
