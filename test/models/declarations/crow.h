//===- crow.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/crow.yaml names and Debian's headers do not declare:
// Crow, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace crow {
struct Blueprint;
struct CORSHandler;
struct CatchallRule {
  template <typename... A> void operator()(A &&...);
};
struct CerrLogHandler;
struct CookieParser {
  struct context {
    template <typename... A> int get_cookie(A &&...);
    template <typename... A> int set_cookie(A &&...);
  };
};
struct Crow {
  template <typename... A> int bindaddr(A &&...);
  template <typename... A> int concurrency(A &&...);
  template <typename... A> int exception_handler(A &&...);
  template <typename... A> int get_context(A &&...);
  template <typename... A> int local_socket_path(A &&...);
  template <typename... A> int loglevel(A &&...);
  template <typename... A> int multithreaded(A &&...);
  template <typename... A> int port(A &&...);
  template <typename... A> int register_blueprint(A &&...);
  template <typename... A> int run(A &&...);
  template <typename... A> int run_async(A &&...);
  template <typename... A> int server_name(A &&...);
  template <typename... A> int tick(A &&...);
  template <typename... A> int timeout(A &&...);
  template <typename... A> int use_compression(A &&...);
  template <typename... A> int websocket_max_payload(A &&...);
};
struct DynamicRule {
  template <typename... A> void operator()(A &&...);
};
struct FileStore;
struct ILocalMiddleware;
struct ILogHandler;
struct InMemoryStore;
struct Router;
struct RuleParameterTraits {
  template <typename... A> int methods(A &&...);
};
struct SessionMiddleware {
  struct context {
    template <typename... A> int contains(A &&...);
    template <typename... A> int get(A &&...);
    template <typename... A> int set(A &&...);
    template <typename... A> int string(A &&...);
  };
};
struct TaggedRule {
  template <typename... A> void operator()(A &&...);
};
struct UTF8;
struct WebSocketRule {
  template <typename... A> int onaccept(A &&...);
  template <typename... A> int onclose(A &&...);
  template <typename... A> int onerror(A &&...);
  template <typename... A> int onmessage(A &&...);
  template <typename... A> int onopen(A &&...);
};
namespace json {
struct rvalue;
struct wvalue;
template <typename... A> int load(A &&...);
} // namespace json
struct logger;
namespace multipart {
struct message;
struct part {
  int body;
};
} // namespace multipart
namespace mustache {
struct template_t;
template <typename... A> int load(A &&...);
template <typename... A> int load_text(A &&...);
template <typename... A> int load_unsafe(A &&...);
template <typename... A> int set_base(A &&...);
template <typename... A> int set_global_base(A &&...);
} // namespace mustache
namespace query_string {
template <typename... A> int get(A &&...);
} // namespace query_string
struct request {
  int body;
  template <typename... A> int get_body_params(A &&...);
  template <typename... A> int get_header_value(A &&...);
  int headers;
  int remote_ip_address;
  int url;
  int url_params;
};
struct response {
  template <typename... A> int add_header(A &&...);
  template <typename... A> int set_header(A &&...);
  template <typename... A> int set_static_file_info(A &&...);
  template <typename... A> int set_static_file_info_unsafe(A &&...);
};
struct routing_params;
namespace websocket {
struct Connection;
struct connection;
} // namespace websocket
} // namespace crow
