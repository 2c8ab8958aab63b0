// A literal that is resolved for an acceptor is an address to listen on; one that is resolved to
// connect to is a host.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <string>

namespace asio = boost::asio;
using asio::ip::tcp;

class Server {
public:
  Server(asio::io_service &io, const std::string &address, const std::string &port) : acceptor_(io), resolver_(io), address_(address), port_(port) {}
  void start() {
    tcp::endpoint endpoint = *resolver_.resolve({address_, port_});
    acceptor_.open(endpoint.protocol());
    acceptor_.bind(endpoint);
    acceptor_.listen();
  }

private:
  tcp::acceptor acceptor_;
  tcp::resolver resolver_;
  std::string address_, port_;
};

class Upstream {
public:
  explicit Upstream(asio::io_service &io) : resolver_(io), socket_(io) {}
  void connect(const std::string &host) {
    tcp::endpoint endpoint = *resolver_.resolve({host, "7000"});
    socket_.connect(endpoint);
  }

private:
  tcp::resolver resolver_;
  tcp::socket socket_;
};

int main() {
  asio::io_service io;
  Server server(io, "192.168.7.1", "4300"); // near-miss: listened on
  server.start();
  Upstream upstream(io);
  upstream.connect("store.corp.lan"); // finding: hardcoded-host warning "store.corp.lan"
  io.run();
}
