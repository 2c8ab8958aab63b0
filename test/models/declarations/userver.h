//===- userver.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/userver.yaml names and Debian's headers do not declare:
// userver, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace userver {
namespace cache {
struct ExpirableLruCache {
  template <typename... A> int GetOptional(A &&...);
  template <typename... A> int Put(A &&...);
};
struct LruMap;
struct LruSet;
struct NWayLRU;
} // namespace cache
namespace clients::http {
struct Client;
struct Request {
  template <typename... A> int get(A &&...);
  template <typename... A> int post(A &&...);
  template <typename... A> int put(A &&...);
  template <typename... A> int url(A &&...);
};
} // namespace clients::http
namespace components {
struct CachingComponentBase;
struct ComponentBase;
struct ComponentConfig;
struct HttpClient;
struct LoggableComponentBase;
struct Mongo;
struct Postgres;
struct RawComponentBase;
struct Redis;
struct TcpAcceptorBase;
template <typename... A> int Run(A &&...);
} // namespace components
namespace concurrent {
struct LockedPtr;
struct BackgroundTaskStorage {
  template <typename... A> int AsyncDetach(A &&...);
};
struct BackgroundTaskStorageCore {
  template <typename... A> int Detach(A &&...);
};
struct Variable {
  template <typename... A> int Lock(A &&...);
  template <typename... A> int SharedLock(A &&...);
  template <typename... A> int UniqueLock(A &&...);
};
} // namespace concurrent
namespace dynamic_config {
struct Source;
} // namespace dynamic_config
namespace engine {
struct CancellableSemaphore;
struct ConditionVariable;
struct Future;
struct Mutex;
struct Semaphore;
struct SharedMutex;
struct SingleConsumerEvent;
struct SingleUseEvent;
struct Task {
  template <typename... A> int Detach(A &&...);
};
struct TaskBase {
  template <typename... A> int Wait(A &&...);
};
struct TaskProcessor;
struct TaskWithResult {
  template <typename... A> int Get(A &&...);
};
template <typename... A> int AsyncNoSpan(A &&...);
template <typename... A> int CriticalAsyncNoSpan(A &&...);
} // namespace engine
namespace fs {
namespace blocking {
struct TempFile {
  template <typename... A> int Create(A &&...);
};
template <typename... A> int RewriteFileContents(A &&...);
} // namespace blocking
template <typename... A> int RewriteFileContents(A &&...);
template <typename... A> int RewriteFileContentsAtomically(A &&...);
} // namespace fs
namespace kafka {
struct ConsumerComponent;
} // namespace kafka
namespace rcu {
struct ReadablePtr;
struct WritablePtr;
struct RcuMap {
  template <typename... A> int Emplace(A &&...);
  template <typename... A> int Erase(A &&...);
  template <typename... A> int Get(A &&...);
  template <typename... A> int Insert(A &&...);
  template <typename... A> int InsertOrAssign(A &&...);
};
struct Variable {
  template <typename... A> int Assign(A &&...);
  template <typename... A> int Emplace(A &&...);
  template <typename... A> int Read(A &&...);
  template <typename... A> int ReadCopy(A &&...);
  template <typename... A> int StartWrite(A &&...);
};
} // namespace rcu
namespace server {
namespace handlers {
struct HttpHandlerBase;
struct HttpHandlerFlatbufBase;
struct HttpHandlerJsonBase;
struct HttpHandlerStatic;
} // namespace handlers
namespace http {
struct HttpRequest {
  template <typename... A> int GetArg(A &&...);
  template <typename... A> int GetCookie(A &&...);
  template <typename... A> int GetFormDataArg(A &&...);
  template <typename... A> int GetHeader(A &&...);
  template <typename... A> int GetPathArg(A &&...);
  template <typename... A> int GetRemoteAddress(A &&...);
  template <typename... A> int RequestBody(A &&...);
};
struct HttpResponse;
} // namespace http
namespace middlewares {
struct HttpMiddlewareBase;
} // namespace middlewares
namespace request {
struct RequestContext;
} // namespace request
namespace websocket {
struct WebsocketHandlerBase;
} // namespace websocket
} // namespace server
namespace storages {
namespace clickhouse {
struct Cluster;
} // namespace clickhouse
namespace mongo {
struct Pool;
} // namespace mongo
namespace mysql {
struct Cluster;
} // namespace mysql
namespace postgres {
struct Cluster;
} // namespace postgres
namespace redis {
struct Client;
} // namespace redis
} // namespace storages
namespace tracing {
struct Span;
} // namespace tracing
namespace ugrpc::server {
struct ServiceBase;
} // namespace ugrpc::server
namespace urabbitmq {
struct Client;
struct ConsumerBase;
struct ConsumerComponentBase;
} // namespace urabbitmq
namespace utils {
struct PeriodicTask {
  template <typename... A> int Start(A &&...);
};
namespace statistics {
struct Histogram;
struct Percentile;
struct Rate;
struct RateCounter;
struct RecentPeriod;
struct RelaxedCounter;
} // namespace statistics
template <typename... A> int Async(A &&...);
template <typename... A> int AsyncBackground(A &&...);
template <typename... A> int CriticalAsync(A &&...);
template <typename... A> int DaemonMain(A &&...);
} // namespace utils
namespace yaml_config {
struct YamlConfig {
  template <typename... A> int As(A &&...);
};
} // namespace yaml_config
} // namespace userver
