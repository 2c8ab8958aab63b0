// A timer that ends who has been silent for too long puts nothing off. One that stores an order later does.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <chrono>
#include <cstdlib>
#include <istream>
#include <map>
#include <memory>
#include <postgresql/libpq-fe.h>
#include <string>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class Visit;

class Visits {
public:
  void enter(Visit *one, std::unique_ptr<Visit> visit) { open_.emplace(one, std::move(visit)); }
  void erase(Visit *one) { open_.erase(one); }

private:
  std::map<Visit *, std::unique_ptr<Visit>> open_; // near-miss: each has its own entry
};

class Visit {
public:
  Visit(tcp::socket socket, Visits &visits, PGconn *database)
      : socket_(std::move(socket)), idle_(socket_.get_executor()), later_(socket_.get_executor()), visits_(visits), database_(database) {}
  void start() {
    armIdle();
    read();
  }

private:
  void armIdle() {
    idle_.expires_after(std::chrono::minutes(2));
    idle_.async_wait([this](const error_code &error) { // near-miss: it ends the visit
      if (!error)
        onIdleTimeout();
    });
  }
  void onIdleTimeout() { leave(); }
  void leave() { visits_.erase(this); }
  void read() {
    asio::async_read_until(socket_, buffer_, '\n', [this](error_code error, std::size_t) {
      if (error)
        return leave();
      std::istream in(&buffer_);
      std::string line;
      std::getline(in, line);
      order(line);
      armIdle();
      read();
    });
  }
  void order(const std::string &line) {
    later_.expires_after(std::chrono::seconds(3));
    later_.async_wait([this, line](const error_code &) { // finding: deferred-work error "async_wait"
      PQclear(PQexec(database_, ("insert into orders values ('" + line + "')").c_str()));
    });
    error_code ignored;
    asio::write(socket_, asio::buffer("taken\n", 6), ignored);
  }

  tcp::socket socket_;
  asio::steady_timer idle_;
  asio::steady_timer later_;
  asio::streambuf buffer_;
  Visits &visits_;
  PGconn *database_;
};

class Server {
public:
  Server(asio::io_context &io, PGconn *database) : acceptor_(io, tcp::endpoint(tcp::v4(), 7520)), database_(database) { accept(); }

private:
  void accept() {
    acceptor_.async_accept([this](error_code error, tcp::socket socket) {
      if (!error) {
        auto visit = std::make_unique<Visit>(std::move(socket), visits_, database_);
        Visit *one = visit.get();
        visits_.enter(one, std::move(visit));
        one->start();
      }
      accept();
    });
  }

  tcp::acceptor acceptor_;
  PGconn *database_;
  Visits visits_;
};

int main() {
  asio::io_context io;
  PGconn *database = PQconnectdb(std::getenv("DATABASE"));
  Server server(io, database);
  io.run();
}
