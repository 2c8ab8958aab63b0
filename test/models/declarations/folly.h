//===- folly.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/folly.yaml names and Debian's headers do not declare:
// Folly, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace folly {
struct AtomicHashMap;
struct AtomicUnorderedInsertMap;
struct Baton;
struct CPUThreadPoolExecutor {
  template <typename... A> int add(A &&...);
};
struct ConcurrentHashMap {
  template <typename... A> int emplace(A &&...);
  template <typename... A> int erase(A &&...);
  template <typename... A> int find(A &&...);
  template <typename... A> int insert(A &&...);
  template <typename... A> int insert_or_assign(A &&...);
};
struct ConcurrentSkipList;
struct EventBase {
  template <typename... A> int runInEventBaseThread(A &&...);
};
struct EvictingCacheMap {
  template <typename... A> int erase(A &&...);
  template <typename... A> int exists(A &&...);
  template <typename... A> int find(A &&...);
  template <typename... A> int get(A &&...);
  template <typename... A> int insert(A &&...);
  template <typename... A> int set(A &&...);
};
struct Executor {
  template <typename... A> int add(A &&...);
};
struct F14FastMap;
struct F14FastSet;
struct F14NodeMap;
struct F14ValueMap;
struct F14VectorMap;
struct FunctionScheduler {
  template <typename... A> int addFunction(A &&...);
};
struct Future {
  template <typename... A> int get(A &&...);
  template <typename... A> int thenError(A &&...);
  template <typename... A> int thenTry(A &&...);
  template <typename... A> int thenValue(A &&...);
  template <typename... A> int wait(A &&...);
};
struct IOThreadPoolExecutor {
  template <typename... A> int add(A &&...);
};
struct LeakySingleton {
  template <typename... A> int get(A &&...);
};
struct MPMCQueue;
struct MicroLockBase;
struct Optional;
struct ProducerConsumerQueue;
struct Promise;
struct Range;
struct SemiFuture {
  template <typename... A> int deferValue(A &&...);
  template <typename... A> int get(A &&...);
};
struct SharedMutexImpl;
struct Singleton {
  template <typename... A> int get(A &&...);
  template <typename... A> int try_get(A &&...);
};
struct SingletonThreadLocal;
struct SocketAddress {
  template <typename... A> SocketAddress(A &&...);
};
struct SpinLock;
struct StringPiece;
struct LockedPtr;
struct Synchronized {
  template <typename... A> int unsafeGetUnlocked(A &&...);
};
struct SynchronizedBase {
  template <typename... A> int lock(A &&...);
  template <typename... A> int rlock(A &&...);
  template <typename... A> int ulock(A &&...);
  template <typename... A> int withLock(A &&...);
  template <typename... A> int withULock(A &&...);
  template <typename... A> int withRLock(A &&...);
  template <typename... A> int withWLock(A &&...);
  template <typename... A> int wlock(A &&...);
};
struct ThreadLocal {
  template <typename... A> int get(A &&...);
};
struct ThreadLocalPtr;
struct ThreadPoolExecutor;
struct TimeoutManager {
  template <typename... A> int runAfterDelay(A &&...);
};
struct UnboundedQueue;
struct basic_fbstring;
namespace coro {
struct Task;
} // namespace coro
struct dynamic;
struct fbvector;
struct once_flag;
struct small_vector;
struct sorted_vector_map;
struct sorted_vector_set;
template <typename... A> int call_once(A &&...);
template <typename... A> int makeGuard(A &&...);
template <typename... A> int readFile(A &&...);
template <typename... A> int sformat(A &&...);
template <typename... A> int stringPrintf(A &&...);
template <typename... A> int to(A &&...);
template <typename... A> int via(A &&...);
template <typename... A> int writeFile(A &&...);
template <typename... A> int writeFileAtomic(A &&...);
} // namespace folly
