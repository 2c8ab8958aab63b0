// Stand-in, see README.md: cinatra.
#pragma once
#include <any>
#include <coroutine>
#include <exception>
#include <functional>
#include <ios>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>

namespace async_simple::coro {
template <typename T> struct Awaiter {
  bool await_ready() { return true; }
  void await_suspend(std::coroutine_handle<>) {}
  T await_resume();
};
template <typename T> class Lazy {
public:
  struct promise_type {
    Lazy get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T) {}
    void unhandled_exception() {}
  };
  Awaiter<T> operator co_await() { return {}; }
};
template <> class Lazy<void> {
public:
  struct promise_type {
    Lazy get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  Awaiter<void> operator co_await() { return {}; }
};
} // namespace async_simple::coro

namespace coro_io {
template <int execute_type = 0> class basic_seq_coro_file {
public:
  bool open(std::string_view, std::ios_base::openmode) { return true; }
  async_simple::coro::Lazy<std::error_code> async_write(std::string_view);
};
using coro_file = basic_seq_coro_file<>;
} // namespace coro_io

namespace cinatra {
enum class http_method { GET, POST, PUT };
inline constexpr http_method GET = http_method::GET;
inline constexpr http_method POST = http_method::POST;
enum class status_type { ok = 200, not_found = 404 };
struct websocket_result {
  std::error_code ec;
  std::string_view data;
};
class session {
public:
  void set_data(const std::string &, std::any) {}
  template <typename T> std::optional<T> get_data(const std::string &) { return {}; }
};
class coro_http_connection {
public:
  async_simple::coro::Lazy<websocket_result> read_websocket();
  async_simple::coro::Lazy<std::error_code> write_websocket(std::string_view);
  unsigned long conn_id() const { return 0; }
};
class coro_http_request {
public:
  std::string_view get_query_value(std::string_view) { return {}; }
  std::string_view get_body() const { return {}; }
  std::shared_ptr<session> get_session(bool = true) { return {}; }
  coro_http_connection *get_conn() { return nullptr; }
  std::unordered_map<std::string, std::string> params_;
};
class coro_http_response {
public:
  void set_status_and_content(status_type, std::string = "") {}
  void add_header(auto, auto) {}
};
class coro_http_server {
public:
  coro_http_server(std::size_t, unsigned short, std::string = "0.0.0.0") {}
  std::error_code sync_start() noexcept { return {}; }
  template <http_method... method, typename Func, typename... Aspects>
  void set_http_handler(std::string, Func, Aspects &&...) {}
  template <http_method... method, typename R, typename C, typename... Aspects>
  void set_http_handler(std::string, R (C::*)(coro_http_request &, coro_http_response &), C &, Aspects &&...) {}
};
} // namespace cinatra
