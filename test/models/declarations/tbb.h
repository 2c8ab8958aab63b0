//===- tbb.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/tbb.yaml names and Debian's headers do not declare:
// oneTBB, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace tbb::detail {
namespace d1 {
struct concurrent_hash_map {
  template <typename... A> int erase(A &&...);
  template <typename... A> int find(A &&...);
  template <typename... A> int insert(A &&...);
};
struct concurrent_map;
struct mutex;
struct task_group {
  template <typename... A> int wait(A &&...);
};
template <typename... A> int parallel_for_each(A &&...);
} // namespace d1
namespace d2 {
struct concurrent_unordered_map;
struct task_group {
  template <typename... A> int run(A &&...);
};
} // namespace d2
} // namespace tbb::detail
