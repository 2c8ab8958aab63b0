// A timer that only takes up the connection to a backing service again is upkeep of
// the process's own. One that also sends there what a client has given is not.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <string>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class Upstream {
public:
  explicit Upstream(asio::io_context &io) : socket_(io), retry_(io), later_(io), resolver_(io) {}
  void connect() {
    auto found = resolver_.resolve(std::getenv("UPSTREAM"), "7000");
    asio::async_connect(socket_, found, [this](error_code error, const tcp::endpoint &) {
      if (error)
        reconnectLater();
    });
  }
  bool send(const std::string &line) {
    error_code error;
    asio::write(socket_, asio::buffer(line), error);
    if (error)
      reconnectLater();
    return !error;
  }
  void sendLater(const std::string &line) {
    later_.expires_after(std::chrono::seconds(5));
    later_.async_wait([this, line](error_code) { // finding: deferred-work error "async_wait"
      connect();
      send(line);
    });
  }

private:
  void reconnectLater() {
    socket_.close();
    retry_.expires_after(std::chrono::seconds(5));
    retry_.async_wait([this](error_code error) { // near-miss: only connects
      if (!error)
        connect();
    });
  }

  tcp::socket socket_;
  asio::steady_timer retry_;
  asio::steady_timer later_;
  tcp::resolver resolver_;
};

class Session : public std::enable_shared_from_this<Session> {
public:
  Session(tcp::socket socket, Upstream &upstream) : socket_(std::move(socket)), upstream_(upstream) {}
  void start() {
    auto self = shared_from_this();
    asio::async_read(socket_, asio::buffer(data_), [this, self](error_code error, std::size_t length) {
      if (error)
        return;
      std::string line(data_, length);
      if (!upstream_.send(line))
        upstream_.sendLater(line);
      start();
    });
  }

private:
  tcp::socket socket_;
  Upstream &upstream_;
  char data_[512];
};

class Server {
public:
  explicit Server(asio::io_context &io) : acceptor_(io, tcp::endpoint(tcp::v4(), 4300)), upstream_(io) {
    upstream_.connect();
    accept();
  }

private:
  void accept() {
    acceptor_.async_accept([this](error_code error, tcp::socket socket) {
      if (!error)
        std::make_shared<Session>(std::move(socket), upstream_)->start();
      accept();
    });
  }

  tcp::acceptor acceptor_;
  Upstream upstream_;
};

int main() {
  asio::io_context io;
  Server server(io);
  io.run();
}
