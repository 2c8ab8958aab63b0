// A service that is set up anew after each SIGHUP: what it reads before the call that
// accepts with a callback is start-up. A coroutine that accepts in a loop takes requests.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <boost/asio/spawn.hpp>
#include <csignal>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class Config {
public:
  void load(const std::string &path) {
    std::ifstream in(path);
    in >> port_ >> greeting_;
    if (greeting_.empty())
      greeting_ = "hello";
  }
  unsigned short port() const { return port_; }
  const std::string &greeting() const { return greeting_; }
  const std::string &motto() const { return motto_; }
  void motto(const std::string &text) { motto_ = text; }

private:
  unsigned short port_ = 0;
  std::string greeting_; // near-miss: read before each start
  std::string motto_;    // finding: handler-state error "motto_"
};

class Session : public std::enable_shared_from_this<Session> {
public:
  Session(asio::io_context &io, Config &config) : socket_(io), config_(config) {}
  tcp::socket &socket() { return socket_; }
  void start() {
    auto self = shared_from_this();
    asio::async_read_until(socket_, buffer_, '\n', [this, self](error_code error, std::size_t) {
      if (error)
        return;
      std::istream in(&buffer_);
      std::string line;
      std::getline(in, line);
      answer_ = config_.greeting() + " " + config_.motto() + "\n";
      config_.motto(line);
      asio::async_write(socket_, asio::buffer(answer_), [this, self](error_code, std::size_t) { start(); });
    });
  }

private:
  tcp::socket socket_;
  asio::streambuf buffer_;
  std::string answer_;
  Config &config_;
};

class Server {
public:
  explicit Server(Config &config)
      : config_(config), acceptor_(io_, tcp::endpoint(tcp::v4(), config.port())), signals_(io_, SIGINT, SIGHUP) {
    accept();
    signals_.async_wait([this](const error_code &, int signal) {
      again_ = signal == SIGHUP;
      io_.stop();
    });
  }
  bool run() {
    io_.run();
    return again_;
  }

private:
  void accept() {
    auto session = std::make_shared<Session>(io_, config_);
    acceptor_.async_accept(session->socket(), [this, session](const error_code &error) {
      if (!error)
        session->start();
      accept();
    });
  }

  asio::io_context io_;
  Config &config_;
  tcp::acceptor acceptor_;
  asio::signal_set signals_;
  bool again_ = false; // near-miss: set by a signal
};

// Takes its visitors one after the other, without a callback.
static int countVisitors() {
  asio::io_context io;
  unsigned visitors = 0; // finding: handler-state error "visitors"
  asio::spawn(io, [&io, &visitors](asio::yield_context yield) {
    tcp::acceptor acceptor(io, tcp::endpoint(tcp::v4(), 4001));
    while (true) {
      error_code error;
      tcp::socket socket(io);
      acceptor.async_accept(socket, yield[error]);
      if (error)
        continue;
      std::string answer = "visitor " + std::to_string(++visitors) + "\n";
      asio::async_write(socket, asio::buffer(answer), yield[error]);
    }
  });
  io.run();
  return 0;
}

int main(int argc, char **argv) {
  if (argc > 2)
    return countVisitors();
  Config config;
  bool restart;
  do {
    config.load(argc > 1 ? argv[1] : "service.conf");
    Server server(config);
    restart = server.run();
  } while (restart);
}
