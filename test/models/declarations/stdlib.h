//===- stdlib.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/stdlib.yaml names and Debian's headers do not declare:
// the standard library, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace std {
struct __bit_iterator;
struct __bit_reference {
  template <typename A> void operator=(A &&);
  void flip();
};
struct __deque_iterator;
struct __hash_const_iterator;
struct __hash_iterator;
struct __hash_map_const_iterator;
struct __hash_map_iterator;
struct __list_const_iterator;
struct __list_iterator;
struct __map_const_iterator;
struct __map_iterator;
struct __tree_const_iterator;
struct __tree_iterator;
struct __wrap_iter;
struct atomic {
  template <typename... A> int fetch_and(A &&...);
  template <typename... A> int fetch_or(A &&...);
  template <typename... A> int fetch_xor(A &&...);
  template <typename A> void operator&=(A &&);
  template <typename A> void operator|=(A &&);
};
struct atomic_ref {
  template <typename... A> int load(A &&...);
  template <typename... A> int store(A &&...);
};
struct basic_ospanstream;
struct basic_spanstream;
struct basic_string {
  template <typename... A> int contains(A &&...);
};
struct copyable_function;
struct expected {
  template <typename... A> int error(A &&...);
  void *operator*();
  void *operator->();
  template <typename... A> int value(A &&...);
  template <typename... A> int value_or(A &&...);
};
struct flat_map;
struct flat_multimap;
struct flat_multiset;
struct flat_set;
struct future {
  template <typename... A> int wait(A &&...);
  template <typename... A> int wait_for(A &&...);
  template <typename... A> int wait_until(A &&...);
};
struct move_only_function;
struct optional {
  template <typename... A> int transform(A &&...);
};
struct philox_engine;
struct shared_future {
  template <typename... A> int wait(A &&...);
};
struct shared_ptr {
  template <typename... A> int get(A &&...);
  operator bool() const;
  void *operator*();
  void *operator->();
  template <typename A> void operator[](A &&);
  template <typename... A> int reset(A &&...);
  template <typename... A> int swap(A &&...);
  template <typename... A> int use_count(A &&...);
};
struct vector {
  template <typename... A> int append_range(A &&...);
  template <typename... A> int assign_range(A &&...);
  template <typename... A> int insert_range(A &&...);
};
struct weak_ptr {
  template <typename... A> int expired(A &&...);
  template <typename... A> int reset(A &&...);
};
template <typename... A> int bind_back(A &&...);
template <typename... A> int format(A &&...);
template <typename... A> int format_to(A &&...);
template <typename... A> int format_to_n(A &&...);
template <typename... A> int forward_like(A &&...);
template <typename... A> int invoke_r(A &&...);
template <typename... A> int print(A &&...);
template <typename... A> int println(A &&...);
template <typename... A> int strdup(A &&...);
template <typename... A> int unreachable(A &&...);
template <typename... A> int vformat(A &&...);
template <typename... A> int vformat_to(A &&...);
template <typename... A> int vprint_unicode(A &&...);
} // namespace std
int strlcpy(...);
