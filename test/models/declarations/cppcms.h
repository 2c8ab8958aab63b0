//===- cppcms.h - NOT THE LIBRARY: declarations for checking names -----===//
//
// What checks/models/cppcms.yaml names and Debian's headers do not declare:
// CppCMS and Booster, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace booster {
namespace aio {
struct acceptor {
  template <typename... A> int async_accept(A &&...);
};
struct deadline_timer {
  template <typename... A> int async_wait(A &&...);
};
struct endpoint {};
struct io_service {};
struct stream_socket {
  template <typename... A> int async_read(A &&...);
  template <typename... A> int async_read_some(A &&...);
  template <typename... A> int async_write(A &&...);
  template <typename... A> int async_write_some(A &&...);
};
} // namespace aio
struct condition_variable {};
struct copy_ptr {};
struct enable_shared_from_this {};
struct hold_ptr {};
struct intrusive_ptr {};
struct mutex {};
struct recursive_mutex {};
struct shared_mutex {};
struct shared_ptr {};
struct thread {};
struct unique_lock {};
} // namespace booster
namespace cppcms {
struct application {
  template <typename... A> int main(A &&...);
};
struct applications_pool {};
namespace http {
struct context {};
struct file {
  template <typename... A> int save_to(A &&...);
};
struct request {};
struct response {};
} // namespace http
namespace rpc {
template <typename... A> int json_method(A &&...);
struct json_call {};
struct json_rpc_server {
  template <typename... A> int bind(A &&...);
};
} // namespace rpc
struct service {
  template <typename... A> int run(A &&...);
};
struct url_dispatcher {
  template <typename... A> int assign(A &&...);
  template <typename... A> int assign_generic(A &&...);
  template <typename... A> int map(A &&...);
};
struct url_mapper {};
} // namespace cppcms
