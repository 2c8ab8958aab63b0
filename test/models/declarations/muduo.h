//===- muduo.h - NOT THE LIBRARY: declarations for checking names --------===//
//
// What checks/models/muduo.yaml names and Debian's headers do not declare:
// muduo, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace muduo {
struct AsyncLogging {};
template <typename T> struct BlockingQueue {};
template <typename T> struct BoundedBlockingQueue {};
struct Condition {};
struct CountDownLatch {};
struct LogFile {};
struct LogStream {};
struct Logger {};
struct MutexLock {};
struct MutexLockGuard {};
struct Thread {};
template <typename T> struct ThreadLocal {};
struct Timestamp {};
struct ThreadPool {
  template <typename... A> int run(A &&...);
};
namespace net {
struct Buffer {
  template <typename... A> int peek(A &&...);
  template <typename... A> int retrieveAllAsString(A &&...);
  template <typename... A> int retrieveAsString(A &&...);
  template <typename... A> int toStringPiece(A &&...);
};
struct EventLoop {
  template <typename... A> int loop(A &&...);
  template <typename... A> int queueInLoop(A &&...);
  template <typename... A> int runAfter(A &&...);
  template <typename... A> int runAt(A &&...);
  template <typename... A> int runEvery(A &&...);
  template <typename... A> int runInLoop(A &&...);
};
struct EventLoopThread {};
struct EventLoopThreadPool {};
struct HttpRequest {};
struct HttpResponse {};
struct HttpServer {
  template <typename... A> int setHttpCallback(A &&...);
  template <typename... A> int setThreadNum(A &&...);
  template <typename... A> int start(A &&...);
};
struct TcpClient {
  template <typename... A> int setConnectionCallback(A &&...);
  template <typename... A> int setMessageCallback(A &&...);
  template <typename... A> int setWriteCompleteCallback(A &&...);
};
struct TcpConnection {
  template <typename... A> int connected(A &&...);
  template <typename... A> int forceClose(A &&...);
  template <typename... A> int name(A &&...);
  template <typename... A> int peerAddress(A &&...);
  template <typename... A> int send(A &&...);
  template <typename... A> int shutdown(A &&...);
};
struct TcpServer {
  template <typename... A> int setConnectionCallback(A &&...);
  template <typename... A> int setMessageCallback(A &&...);
  template <typename... A> int setThreadInitCallback(A &&...);
  template <typename... A> int setThreadNum(A &&...);
  template <typename... A> int setWriteCompleteCallback(A &&...);
  template <typename... A> int start(A &&...);
};
struct TimerId {};
} // namespace net
namespace detail {
template <typename T> struct AtomicIntegerT {
  template <typename... A> int add(A &&...);
  template <typename... A> int addAndGet(A &&...);
  template <typename... A> int decrement(A &&...);
  template <typename... A> int decrementAndGet(A &&...);
  template <typename... A> int get(A &&...);
  template <typename... A> int getAndAdd(A &&...);
  template <typename... A> int getAndSet(A &&...);
  template <typename... A> int increment(A &&...);
  template <typename... A> int incrementAndGet(A &&...);
};
} // namespace detail
using AtomicInt32 = detail::AtomicIntegerT<int>;
using AtomicInt64 = detail::AtomicIntegerT<long>;
} // namespace muduo
