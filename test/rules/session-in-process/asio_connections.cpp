// Tables of the open connections: each enters and leaves by itself, idle ones are closed,
// too many are turned away. Beside them one in which others are found; and beside the slot
// of the connection that is accepted next, one in which a visitor waits for another.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <boost/bind/bind.hpp>
#include <chrono>
#include <istream>
#include <map>
#include <memory>
#include <random>
#include <string>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

class Connection : public std::enable_shared_from_this<Connection> {
public:
  explicit Connection(unsigned id) : id_(id) {}
  virtual ~Connection() = default;
  virtual void start() = 0;
  virtual void deliver(const std::string &text) = 0;
  virtual void close() = 0;
  unsigned id() const { return id_; }

  Clock::time_point heard = Clock::now(); // near-miss: one connection's own

private:
  unsigned id_;
};

class Open {
public:
  bool full() const { return open_.size() >= 1000; }
  void add(const std::shared_ptr<Connection> &one) { open_[one->id()] = one; }
  void remove(unsigned id) { open_.erase(id); }
  void sweep() {
    auto limit = Clock::now() - std::chrono::minutes(2);
    for (auto it = open_.begin(); it != open_.end();) {
      if (it->second->heard < limit) {
        it->second->close();
        it = open_.erase(it);
      } else {
        ++it;
      }
    }
  }

private:
  std::map<unsigned, std::shared_ptr<Connection>> open_; // near-miss: each has its own entry
};

class Lobby {
public:
  void enter(const std::shared_ptr<Connection> &one) { players_[one->id()] = one; }
  void leave(unsigned id) { players_.erase(id); }
  void whisper(unsigned to, const std::string &text) {
    auto found = players_.find(to);
    if (found != players_.end())
      found->second->deliver(text);
  }
  void match(const std::shared_ptr<Connection> &one) {
    if (!waiting_) {
      waiting_ = one;
      return;
    }
    waiting_->deliver("your opponent is " + std::to_string(one->id()) + "\n");
    one->deliver("your opponent is " + std::to_string(waiting_->id()) + "\n");
    waiting_.reset();
  }

private:
  std::map<unsigned, std::shared_ptr<Connection>> players_; // finding: session-in-process|handler-state error "players_"
  std::shared_ptr<Connection> waiting_;                     // finding: session-in-process|handler-state error "waiting_"
};

class Player : public Connection {
public:
  Player(asio::io_context &io, Open &open, Lobby &lobby)
      : Connection(std::random_device{}()), socket_(io), open_(open), lobby_(lobby) {}
  tcp::socket &socket() { return socket_; }
  void start() override {
    if (open_.full())
      return close();
    open_.add(shared_from_this());
    lobby_.enter(shared_from_this());
    read();
  }
  void deliver(const std::string &text) override { asio::write(socket_, asio::buffer(text)); }
  void close() override {
    error_code ignored;
    socket_.close(ignored);
  }

private:
  void read() {
    auto self = shared_from_this();
    asio::async_read_until(socket_, buffer_, '\n', [this, self](error_code error, std::size_t) {
      if (error) {
        lobby_.leave(id());
        open_.remove(id());
        return;
      }
      heard = Clock::now();
      std::istream in(&buffer_);
      unsigned to = 0;
      std::string text;
      in >> to;
      std::getline(in, text);
      if (to == 0)
        lobby_.match(self);
      else
        lobby_.whisper(to, text);
      read();
    });
  }

  tcp::socket socket_;
  asio::streambuf buffer_;
  Open &open_;
  Lobby &lobby_;
};

class Server {
public:
  explicit Server(asio::io_context &io) : io_(io), acceptor_(io, tcp::endpoint(tcp::v4(), 4000)), timer_(io) {
    next_.reset(new Player(io_, open_, lobby_));
    accept();
    sweepLater();
  }

private:
  void accept() {
    acceptor_.async_accept(next_->socket(), boost::bind(&Server::accepted, this, asio::placeholders::error));
  }
  void accepted(const error_code &error) {
    if (!error) {
      next_->start();
      next_ = std::make_shared<Player>(io_, open_, lobby_);
    }
    accept();
  }
  void sweepLater() {
    timer_.expires_after(std::chrono::seconds(30));
    timer_.async_wait([this](const error_code &error) {
      if (error)
        return;
      open_.sweep();
      sweepLater();
    });
  }

  asio::io_context &io_;
  tcp::acceptor acceptor_;
  asio::steady_timer timer_;
  std::shared_ptr<Player> next_; // near-miss: always a new one
  Open open_;
  Lobby lobby_;
};

int main() {
  asio::io_context io;
  Server server(io);
  io.run();
}
