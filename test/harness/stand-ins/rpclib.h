// Stand-in, see README.md: rpclib, after its documentation.
#pragma once
#include <cstdint>
#include <string>

namespace rpc {
class object_handle {
public:
  template <typename T> T as() const;
};
class server {
public:
  explicit server(uint16_t port);
  server(const std::string &address, uint16_t port);
  template <typename F> void bind(const std::string &, F) {}
  void run();
  void async_run(std::size_t threads = 1);
};
class client {
public:
  client(const std::string &address, uint16_t port);
  template <typename... A> object_handle call(const std::string &name, A... args);
};
} // namespace rpc
