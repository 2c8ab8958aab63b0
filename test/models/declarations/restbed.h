//===- restbed.h - NOT THE LIBRARY: declarations for checking names ---------------===//
//
// What checks/models/restbed.yaml names and Debian's headers do not declare:
// restbed, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace restbed {
struct Bytes {};
struct Http {
  template <typename... A> int async(A &&...);
  template <typename... A> int sync(A &&...);
};
struct Logger {};
struct Request {
  template <typename... A> Request(A &&...);
  template <typename... A> int get_body(A &&...);
  template <typename... A> int get_header(A &&...);
  template <typename... A> int get_headers(A &&...);
  template <typename... A> int get_path(A &&...);
  template <typename... A> int get_path_parameter(A &&...);
  template <typename... A> int get_path_parameters(A &&...);
  template <typename... A> int get_query_parameter(A &&...);
  template <typename... A> int get_query_parameters(A &&...);
  template <typename... A> int set_host(A &&...);
};
struct Resource {
  template <typename... A> int add_rule(A &&...);
  template <typename... A> int set_authentication_handler(A &&...);
  template <typename... A> int set_default_header(A &&...);
  template <typename... A> int set_default_headers(A &&...);
  template <typename... A> int set_error_handler(A &&...);
  template <typename... A> int set_failed_filter_validation_handler(A &&...);
  template <typename... A> int set_method_handler(A &&...);
  template <typename... A> int set_path(A &&...);
  template <typename... A> int set_paths(A &&...);
};
struct Response {};
struct Rule {};
struct SSLSettings {};
struct SessionManager {};
struct Service {
  template <typename... A> int add_rule(A &&...);
  template <typename... A> int publish(A &&...);
  template <typename... A> int schedule(A &&...);
  template <typename... A> int set_authentication_handler(A &&...);
  template <typename... A> int set_error_handler(A &&...);
  template <typename... A> int set_failed_filter_validation_handler(A &&...);
  template <typename... A> int set_logger(A &&...);
  template <typename... A> int set_method_not_allowed_handler(A &&...);
  template <typename... A> int set_method_not_implemented_handler(A &&...);
  template <typename... A> int set_not_found_handler(A &&...);
  template <typename... A> int set_ready_handler(A &&...);
  template <typename... A> int set_signal_handler(A &&...);
  template <typename... A> int start(A &&...);
  template <typename... A> int suppress(A &&...);
};
struct Session {
  template <typename... A> int add_header(A &&...);
  template <typename... A> int close(A &&...);
  template <typename... A> int fetch(A &&...);
  template <typename... A> int get_headers(A &&...);
  template <typename... A> int get_origin(A &&...);
  template <typename... A> int get_request(A &&...);
  template <typename... A> int set_header(A &&...);
  template <typename... A> int set_headers(A &&...);
  template <typename... A> int sleep_for(A &&...);
  template <typename... A> int upgrade(A &&...);
  template <typename... A> int yield(A &&...);
};
struct Settings {
  template <typename... A> int set_bind_address(A &&...);
};
struct Uri {
  template <typename... A> Uri(A &&...);
};
struct WebSocket {
  template <typename... A> int close(A &&...);
  template <typename... A> int get_key(A &&...);
  template <typename... A> int send(A &&...);
  template <typename... A> int set_close_handler(A &&...);
  template <typename... A> int set_error_handler(A &&...);
  template <typename... A> int set_message_handler(A &&...);
  template <typename... A> int set_open_handler(A &&...);
};
struct WebSocketMessage {
  template <typename... A> int get_data(A &&...);
};
} // namespace restbed
