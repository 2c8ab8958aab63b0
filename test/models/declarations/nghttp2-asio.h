//===- nghttp2-asio.h - NOT THE LIBRARY: declarations for checking names ----------===//
//
// What checks/models/nghttp2-asio.yaml names and Debian's headers do not declare:
// nghttp2, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace nghttp2 {
namespace asio_http2 {
namespace client {
struct request {
  template <typename... A> int on_close(A &&...);
  template <typename... A> int on_push(A &&...);
  template <typename... A> int on_response(A &&...);
};
struct response {
  template <typename... A> int on_data(A &&...);
};
struct session {
  template <typename... A> int on_connect(A &&...);
  template <typename... A> int on_error(A &&...);
  template <typename... A> session(A &&...);
  template <typename... A> int submit(A &&...);
};
} // namespace client
namespace server {
struct http2 {
  template <typename... A> int backlog(A &&...);
  template <typename... A> int handle(A &&...);
  template <typename... A> int join(A &&...);
  template <typename... A> int listen_and_serve(A &&...);
  template <typename... A> int num_threads(A &&...);
  template <typename... A> int read_timeout(A &&...);
  template <typename... A> int tls_handshake_timeout(A &&...);
};
struct request {
  template <typename... A> int header(A &&...);
  template <typename... A> int method(A &&...);
  template <typename... A> int on_data(A &&...);
  template <typename... A> int remote_endpoint(A &&...);
  template <typename... A> int uri(A &&...);
};
struct response {
  template <typename... A> int end(A &&...);
  template <typename... A> int on_close(A &&...);
  template <typename... A> int write_head(A &&...);
};
} // namespace server
} // namespace asio_http2
} // namespace nghttp2
