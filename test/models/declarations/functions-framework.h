//===- functions-framework.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/functions-framework.yaml names and Debian's headers do not declare:
// Functions Framework, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace google::cloud::functions {
struct CloudEvent {
  template <typename... A> int data(A &&...);
};
struct Function;
struct HttpRequest {
  template <typename... A> int headers(A &&...);
  template <typename... A> int payload(A &&...);
  template <typename... A> int target(A &&...);
};
struct HttpResponse;
template <typename... A> int MakeFunction(A &&...);
template <typename... A> int Run(A &&...);
} // namespace google::cloud::functions
