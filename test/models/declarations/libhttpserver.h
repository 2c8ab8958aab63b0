//===- libhttpserver.h - NOT THE LIBRARY: declarations for checking names
//-----===//
//
// What checks/models/libhttpserver.yaml names and Debian's headers do not
// declare: libhttpserver, after its public documentation. Names and scopes are
// as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace httpserver {
struct create_webserver {};
struct deferred_response {};
struct file_response {};
struct http_request {
  template <typename... A> int get_arg(A &&...);
  template <typename... A> int get_content(A &&...);
  template <typename... A> int get_cookie(A &&...);
  template <typename... A> int get_header(A &&...);
  template <typename... A> int get_path(A &&...);
  template <typename... A> int get_requestor(A &&...);
};
struct http_resource {
  template <typename... A> int render(A &&...);
  template <typename... A> int render_CONNECT(A &&...);
  template <typename... A> int render_DELETE(A &&...);
  template <typename... A> int render_GET(A &&...);
  template <typename... A> int render_HEAD(A &&...);
  template <typename... A> int render_OPTIONS(A &&...);
  template <typename... A> int render_PATCH(A &&...);
  template <typename... A> int render_POST(A &&...);
  template <typename... A> int render_PUT(A &&...);
  template <typename... A> int render_TRACE(A &&...);
  template <typename... A> int render_connect(A &&...);
  template <typename... A> int render_delete(A &&...);
  template <typename... A> int render_get(A &&...);
  template <typename... A> int render_head(A &&...);
  template <typename... A> int render_options(A &&...);
  template <typename... A> int render_patch(A &&...);
  template <typename... A> int render_post(A &&...);
  template <typename... A> int render_put(A &&...);
  template <typename... A> int render_trace(A &&...);
};
struct http_response {};
struct string_response {};
struct webserver {
  template <typename... A> int register_path(A &&...);
  template <typename... A> int register_prefix(A &&...);
  template <typename... A> int register_resource(A &&...);
  template <typename... A> int route(A &&...);
  template <typename... A> int start(A &&...);
};
} // namespace httpserver
