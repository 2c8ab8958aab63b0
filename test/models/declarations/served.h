//===- served.h - NOT THE LIBRARY: declarations for checking names ----------------===//
//
// What checks/models/served.yaml names and Debian's headers do not declare:
// served, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace served {
struct methods_handler {
  template <typename... A> int del(A &&...);
  template <typename... A> int get(A &&...);
  template <typename... A> int head(A &&...);
  template <typename... A> int method(A &&...);
  template <typename... A> int post(A &&...);
  template <typename... A> int put(A &&...);
};
struct multiplexer {
  template <typename... A> int handle(A &&...);
  template <typename... A> int use_after(A &&...);
  template <typename... A> int use_before(A &&...);
  template <typename... A> int use_wrapper(A &&...);
};
namespace net {
struct server {
  template <typename... A> int run(A &&...);
  template <typename... A> server(A &&...);
};
} // namespace net
struct parameters {
  template <typename... A> int get(A &&...);
  template <typename... A> int operator[](A &&...);
};
struct request {
  template <typename... A> int body(A &&...);
  template <typename... A> int header(A &&...);
  int params = 0;
  int query = 0;
  template <typename... A> int source(A &&...);
  template <typename... A> int url(A &&...);
};
struct response {
  template <typename... A> int set_header(A &&...);
};
} // namespace served
