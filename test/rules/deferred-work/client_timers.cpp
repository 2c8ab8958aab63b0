// Timers that end a connection, or answer a client who waits, put nothing off. A timer
// that stores an order later, when the client has long been told, does.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <boost/bind/bind.hpp>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <functional>
#include <istream>
#include <list>
#include <memory>
#include <postgresql/libpq-fe.h>
#include <string>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

// Tickets are handed out as they come in; who finds none waits for a while.
class Tickets : public std::enable_shared_from_this<Tickets> {
public:
  using Callback = std::function<void(const error_code &, const std::string &)>;
  explicit Tickets(asio::io_context &io) : io_(io) {}
  void take(const Callback &callback) {
    waiting_.emplace_back(io_, callback);
    auto it = --waiting_.end();
    it->timer.expires_after(std::chrono::seconds(20));
    it->timer.async_wait(boost::bind(&Tickets::woken, shared_from_this(), asio::placeholders::error, it)); // near-miss: the client waits for it
  }
  void put(PGconn *database, const std::string &text) {
    PQclear(PQexec(database, ("insert into tickets values ('" + text + "')").c_str()));
    if (!waiting_.empty())
      waiting_.front().timer.cancel();
  }

private:
  struct Waiter {
    Waiter(asio::io_context &io, const Callback &then) : timer(io), callback(then) {}
    asio::steady_timer timer;
    Callback callback;
  };
  void woken(const error_code &error, std::list<Waiter>::iterator it) {
    it->callback(error, error ? "one ticket" : "none");
    waiting_.erase(it);
  }

  asio::io_context &io_;
  std::list<Waiter> waiting_; // finding: handler-state|static-cache error "waiting_"
};

class Session : public std::enable_shared_from_this<Session> {
public:
  Session(tcp::socket socket, PGconn *database, Tickets &tickets)
      : socket_(std::move(socket)), limit_(socket_.get_executor()), later_(socket_.get_executor()), database_(database), tickets_(tickets) {}
  void start() {
    auto self = shared_from_this();
    asio::async_read_until(socket_, buffer_, '\n', [this, self](error_code error, std::size_t) {
      if (error)
        return shutDown();
      std::istream in(&buffer_);
      std::string line;
      std::getline(in, line);
      handle(line);
    });
  }

private:
  void handle(const std::string &line) {
    auto self = shared_from_this();
    if (line == "take")
      return tickets_.take([this, self](const error_code &, const std::string &ticket) { say(ticket); });
    if (line.compare(0, 5, "order") == 0) {
      auto store = [database = database_, line](const error_code &) {
        PQclear(PQexec(database, ("insert into orders values ('" + line + "')").c_str()));
      };
      later_.expires_after(std::chrono::seconds(5));
      later_.async_wait(store); // finding: deferred-work error "async_wait"
    } else {
      tickets_.put(database_, line);
    }
    say("done\n");
  }
  void say(const std::string &text) {
    answer_ = text;
    auto self = shared_from_this();
    asio::async_write(socket_, asio::buffer(answer_), [this, self](error_code error, std::size_t) {
      if (error)
        shutDown();
      else
        start();
    });
  }
  void shutDown() {
    auto self = shared_from_this();
    auto closed = [this, self](const error_code &) {
      error_code ignored;
      socket_.close(ignored);
    };
    limit_.expires_after(std::chrono::seconds(10));
    limit_.async_wait(closed); // near-miss: only ends the connection
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
  }

  tcp::socket socket_;
  asio::steady_timer limit_;
  asio::steady_timer later_;
  asio::streambuf buffer_;
  std::string answer_;
  PGconn *database_;
  Tickets &tickets_;
};

class Server {
public:
  Server(asio::io_context &io, PGconn *database)
      : acceptor_(io, tcp::endpoint(tcp::v4(), 4300)), database_(database), tickets_(std::make_shared<Tickets>(io)) {
    accept();
  }

private:
  void accept() {
    acceptor_.async_accept([this](error_code error, tcp::socket socket) {
      if (!error)
        std::make_shared<Session>(std::move(socket), database_, *tickets_)->start();
      accept();
    });
  }

  tcp::acceptor acceptor_;
  PGconn *database_;
  std::shared_ptr<Tickets> tickets_;
};

int main() {
  asio::io_context io;
  PGconn *database = PQconnectdb(std::getenv("DATABASE"));
  Server server(io, database);
  io.run();
}
