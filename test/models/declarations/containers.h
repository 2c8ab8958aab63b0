//===- containers.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/containers.yaml names and Debian's headers do not declare:
// container libraries, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace BS {
struct light_thread_pool;
struct thread_pool {
  template <typename... A> int detach_task(A &&...);
  template <typename... A> int push_task(A &&...);
  template <typename... A> int submit(A &&...);
  template <typename... A> int submit_task(A &&...);
};
} // namespace BS
namespace ankerl::unordered_dense::detail {
struct table;
} // namespace ankerl::unordered_dense::detail
namespace ctpl {
struct thread_pool {
  template <typename... A> int push(A &&...);
};
} // namespace ctpl
namespace emhash7 {
struct HashMap;
} // namespace emhash7
namespace libcuckoo {
struct cuckoohash_map {
  template <typename... A> int contains(A &&...);
  template <typename... A> int find(A &&...);
  template <typename... A> int insert(A &&...);
  template <typename... A> int update(A &&...);
  template <typename... A> int upsert(A &&...);
};
} // namespace libcuckoo
namespace moodycamel {
struct BlockingConcurrentQueue {
  template <typename... A> int enqueue(A &&...);
  template <typename... A> int wait_dequeue(A &&...);
};
struct ConcurrentQueue {
  template <typename... A> int enqueue(A &&...);
  template <typename... A> int try_dequeue(A &&...);
  template <typename... A> int try_enqueue(A &&...);
};
struct ReaderWriterQueue {
  template <typename... A> int enqueue(A &&...);
};
} // namespace moodycamel
namespace phmap {
struct btree_map;
struct flat_hash_map;
struct flat_hash_set;
struct node_hash_map;
struct parallel_flat_hash_map;
struct parallel_node_hash_map;
} // namespace phmap
namespace rigtorp {
struct MPMCQueue;
struct SPSCQueue;
} // namespace rigtorp
namespace robin_hood {
namespace detail {
struct Table {
  template <typename... A> int contains(A &&...);
  template <typename... A> int count(A &&...);
  template <typename... A> int find(A &&...);
  template <typename A> void operator[](A &&);
};
} // namespace detail
struct unordered_map;
struct unordered_set;
} // namespace robin_hood
namespace ska {
struct flat_hash_map;
} // namespace ska
namespace tsl {
struct hopscotch_map;
struct ordered_map;
struct robin_map {
  template <typename... A> int contains(A &&...);
  template <typename... A> int count(A &&...);
  template <typename... A> int find(A &&...);
  template <typename A> void operator[](A &&);
};
struct robin_set;
} // namespace tsl
