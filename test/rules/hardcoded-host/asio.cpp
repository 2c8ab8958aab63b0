// Literals that reach Asio's resolver, with and without a protocol before them.
// packages: libasio-dev
#include <asio.hpp>
#include <cstdlib>
#include <string>

using asio::ip::tcp;

static asio::io_context io;

static tcp::socket open(const std::string &host) {
  tcp::resolver resolver(io);
  tcp::socket socket(io);
  asio::connect(socket, resolver.resolve(tcp::v4(), host, "http"));
  return socket;
}

static std::string configured() {
  const char *host = std::getenv("LEDGER_HOST");
  return host ? host : "ledger.internal";
}

int main() {
  tcp::acceptor acceptor(io, tcp::endpoint(asio::ip::make_address("127.0.0.1"), 8080));
  for (;;) {
    tcp::socket peer = acceptor.accept();
    tcp::socket stock = open("stock.internal"); // finding: hardcoded-host warning "stock.internal"
    tcp::socket ledger = open(configured());
    tcp::resolver resolver(io);
    tcp::socket audit(io);
    asio::connect(audit, resolver.resolve("audit.internal", "9000")); // finding: hardcoded-host warning "audit.internal"
    tcp::socket clock(io);
    clock.connect(tcp::endpoint(asio::ip::make_address("10.2.0.1"), 37)); // finding: hardcoded-host warning "10.2.0.1"
    asio::write(peer, asio::buffer("HTTP/1.1 204 No Content\r\n\r\n", 27));
  }
}
