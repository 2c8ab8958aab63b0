//===- cinatra.h - NOT THE LIBRARY: declarations for checking names ---------------===//
//
// What checks/models/cinatra.yaml names and Debian's headers do not declare:
// cinatra, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace async_simple {
struct Future {};
struct Promise {};
namespace coro {
template <typename... A> int syncAwait(A &&...);
struct Lazy {};
} // namespace coro
} // namespace async_simple
namespace cinatra {
struct chunked_result {};
struct coro_http_client {
  template <typename... A> int async_download(A &&...);
  template <typename... A> int async_get(A &&...);
  template <typename... A> int async_post(A &&...);
  template <typename... A> int async_request(A &&...);
  template <typename... A> int async_upload_chunked(A &&...);
  template <typename... A> int async_upload_multipart(A &&...);
  template <typename... A> int connect(A &&...);
  template <typename... A> int download(A &&...);
  template <typename... A> int get(A &&...);
  template <typename... A> int post(A &&...);
};
struct coro_http_connection {
  template <typename... A> int conn_id(A &&...);
  template <typename... A> int read_chunked(A &&...);
  template <typename... A> int read_websocket(A &&...);
  template <typename... A> int remote_address(A &&...);
  template <typename... A> int set_quit_callback(A &&...);
  template <typename... A> int write_chunked(A &&...);
  template <typename... A> int write_data(A &&...);
  template <typename... A> int write_websocket(A &&...);
};
struct coro_http_request {
  template <typename... A> int full_url(A &&...);
  template <typename... A> int get_body(A &&...);
  template <typename... A> int get_conn(A &&...);
  template <typename... A> int get_cookies(A &&...);
  template <typename... A> int get_decode_query_value(A &&...);
  template <typename... A> int get_header_value(A &&...);
  template <typename... A> int get_headers(A &&...);
  template <typename... A> int get_queries(A &&...);
  template <typename... A> int get_query_value(A &&...);
  template <typename... A> int get_session(A &&...);
  template <typename... A> int get_url(A &&...);
  int matches_ = 0;
  int params_ = 0;
};
struct coro_http_response {
  template <typename... A> int add_header(A &&...);
};
struct coro_http_router {};
struct coro_http_server {
  template <typename... A> int async_start(A &&...);
  template <typename... A> coro_http_server(A &&...);
  template <typename... A> int init_ssl(A &&...);
  template <typename... A> int port(A &&...);
  template <typename... A> int set_check_duration(A &&...);
  template <typename... A> int set_default_handler(A &&...);
  template <typename... A> int set_http_handler(A &&...);
  template <typename... A> int set_http_proxy_handler(A &&...);
  template <typename... A> int set_max_http_body_size(A &&...);
  template <typename... A> int set_max_size_of_cache_files(A &&...);
  template <typename... A> int set_no_delay(A &&...);
  template <typename... A> int set_shrink_to_fit(A &&...);
  template <typename... A> int set_static_res_dir(A &&...);
  template <typename... A> int set_timeout_duration(A &&...);
  template <typename... A> int set_websocket_proxy_handler(A &&...);
  template <typename... A> int sync_start(A &&...);
};
struct http_server_ {
  template <typename... A> int listen(A &&...);
  template <typename... A> int run(A &&...);
  template <typename... A> int set_http_handler(A &&...);
};
struct multipart_reader_t {
  template <typename... A> int read_part_body(A &&...);
  template <typename... A> int read_part_head(A &&...);
};
struct part_head_t {};
struct request {
  template <typename... A> int body(A &&...);
  template <typename... A> int get_header_value(A &&...);
  template <typename... A> int get_query_value(A &&...);
  template <typename... A> int get_session(A &&...);
  template <typename... A> int get_url(A &&...);
};
struct response {
  template <typename... A> int start_session(A &&...);
};
struct session {
  template <typename... A> int get_data(A &&...);
  template <typename... A> int get_session_id(A &&...);
  template <typename... A> int set_data(A &&...);
};
struct session_manager {};
} // namespace cinatra
namespace coro_io {
template <typename... A> int post(A &&...);
struct ExecutorWrapper {};
struct basic_random_coro_file {
  template <typename... A> int async_read_at(A &&...);
  template <typename... A> int async_write_at(A &&...);
  template <typename... A> basic_random_coro_file(A &&...);
  template <typename... A> int open(A &&...);
};
struct basic_seq_coro_file {
  template <typename... A> int async_read(A &&...);
  template <typename... A> int async_write(A &&...);
  template <typename... A> basic_seq_coro_file(A &&...);
  template <typename... A> int open(A &&...);
};
struct io_context_pool {};
} // namespace coro_io
