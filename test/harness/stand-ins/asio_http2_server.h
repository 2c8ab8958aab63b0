// Stand-in, see README.md: nghttp2's server on top of Boost.Asio.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <system_error>

namespace nghttp2::asio_http2 {
struct header_value {
  std::string value;
  bool sensitive;
};
using header_map = std::multimap<std::string, header_value>;
struct uri_ref {
  std::string path, raw_query;
};
using data_cb = std::function<void(const std::uint8_t *, std::size_t)>;
} // namespace nghttp2::asio_http2

namespace nghttp2::asio_http2::server {
class request {
public:
  const header_map &header() const { return header_; }
  const uri_ref &uri() const { return uri_; }
  void on_data(data_cb) const {}

private:
  header_map header_;
  uri_ref uri_;
};
class response {
public:
  void write_head(unsigned, header_map = header_map{}) const {}
  void end(std::string = "") const {}
  void on_close(std::function<void(std::uint32_t)>) const {}
};
class http2 {
public:
  bool handle(std::string, std::function<void(const request &, const response &)>) { return true; }
  void num_threads(std::size_t) {}
  std::error_code listen_and_serve(std::error_code &ec, const std::string &, const std::string &, bool = false) {
    return ec;
  }
};
} // namespace nghttp2::asio_http2::server
