//===- quill.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/quill.yaml names and Debian's headers do not declare:
// Quill, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace quill {
struct Backend {
  template <typename... A> int start(A &&...);
};
struct ConsoleSink;
struct FileSink;
struct Frontend;
struct FrontendImpl {
  template <typename... A> int create_or_get_logger(A &&...);
  template <typename... A> int create_or_get_sink(A &&...);
  template <typename... A> int get_logger(A &&...);
};
struct Handler;
struct Logger;
struct LoggerImpl {
  template <typename... A> int log_statement(A &&...);
};
struct Sink;
template <typename... A> int get_logger(A &&...);
template <typename... A> int start(A &&...);
} // namespace quill
