// Boost.Beast: a body received straight into a file; a file that is only sent.
// packages: libboost-dev
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <string>

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
using tcp = net::ip::tcp;

static void serve(tcp::socket socket) {
  beast::error_code ec;
  beast::flat_buffer buffer;
  http::request_parser<http::empty_body> header;
  http::read_header(socket, buffer, header, ec);
  if (header.get().method() == http::verb::get) {
    http::response<http::file_body> res;
    res.body().open("/usr/share/map/legend.svg", beast::file_mode::scan, ec);
    http::write(socket, res, ec);
    return;
  }
  http::request_parser<http::file_body> upload{std::move(header)};
  const auto path = "/var/lib/map/" + std::string(upload.get().target());
  upload.get().body().open(path.c_str(), beast::file_mode::write, ec); // finding: upload-to-disk error
  http::read(socket, buffer, upload, ec);
}

int main() {
  net::io_context ioc;
  tcp::acceptor acceptor(ioc, {tcp::v4(), 8086});
  for (;;) {
    tcp::socket socket(ioc);
    acceptor.accept(socket);
    serve(std::move(socket));
  }
}
