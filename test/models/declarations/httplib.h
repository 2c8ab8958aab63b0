//===- httplib.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/httplib.yaml names and Debian's headers do not declare:
// cpp-httplib, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace httplib {
struct FormData;
struct Request {
  int path_params;
};
struct Response {
  template <typename... A> int set_file_content(A &&...);
};
struct Server {
  template <typename... A> int WebSocket(A &&...);
  template <typename... A> int set_error_logger(A &&...);
  template <typename... A> int set_header_writer(A &&...);
  template <typename... A> int set_pre_compression_logger(A &&...);
  template <typename... A> int set_pre_request_handler(A &&...);
};
namespace sse {
struct SSEClient;
} // namespace sse
namespace stream {
struct Result;
} // namespace stream
namespace ws {
struct WebSocket;
struct WebSocketClient {
  template <typename... A> WebSocketClient(A &&...);
};
} // namespace ws
} // namespace httplib
