// A pointer that each session sets to the one server there is stays what it was;
// one that is set to whichever room was asked for does not.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <istream>
#include <memory>
#include <string>
#include <vector>

namespace asio = boost::asio;
using asio::ip::tcp;

class Server;

struct Room {
  std::string title;
};

// What the server does; made by main, and known to each session.
class Logic {
public:
  Logic() {
    rooms_.push_back(std::make_unique<Room>(Room{"kitchen"}));
    rooms_.push_back(std::make_unique<Room>(Room{"cellar"}));
    current_ = rooms_[0].get();
  }
  void setServer(Server *server) { server_ = server; }
  void lock() { locker_ = server_; }
  const char *door() const { return locker_ ? "locked" : "open"; }
  void enter(size_t n) { current_ = rooms_[n % rooms_.size()].get(); }
  std::string answer(const std::string &line) const;

private:
  Server *server_ = nullptr;                 // near-miss: there is only one
  Server *locker_ = nullptr;                 // finding: handler-state error "locker_"
  Room *current_ = nullptr;                  // finding: handler-state error "current_"
  std::vector<std::unique_ptr<Room>> rooms_; // near-miss: filled by start-up
};

class Session : public std::enable_shared_from_this<Session> {
public:
  Session(tcp::socket socket, Logic &logic, Server *server) : socket_(std::move(socket)), logic_(logic), server_(server) {}
  void start() {
    logic_.setServer(server_);
    read();
  }

private:
  void read() {
    auto self = shared_from_this();
    asio::async_read_until(socket_, buffer_, '\n', [this, self](boost::system::error_code error, size_t) {
      if (error)
        return;
      std::istream in(&buffer_);
      std::string line;
      std::getline(in, line);
      if (line.compare(0, 3, "go ") == 0)
        logic_.enter(line.size());
      if (line == "lock")
        logic_.lock();
      answer_ = logic_.answer(line) + logic_.door();
      asio::async_write(socket_, asio::buffer(answer_), [this, self](boost::system::error_code failed, size_t) {
        if (!failed)
          read();
      });
    });
  }

  tcp::socket socket_;
  Logic &logic_;
  Server *server_;
  asio::streambuf buffer_;
  std::string answer_;
};

class Server {
public:
  Server(asio::io_context &io, Logic &logic, std::string name) : acceptor_(io, tcp::endpoint(tcp::v4(), 4400)), logic_(logic), name_(std::move(name)) { accept(); }
  const std::string &name() const { return name_; }

private:
  void accept() {
    acceptor_.async_accept([this](boost::system::error_code error, tcp::socket socket) {
      if (!error)
        std::make_shared<Session>(std::move(socket), logic_, this)->start();
      accept();
    });
  }

  tcp::acceptor acceptor_;
  Logic &logic_;
  std::string name_;
};

std::string Logic::answer(const std::string &line) const {
  return server_->name() + ", " + current_->title + ": " + line + "\n";
}

int main() {
  asio::io_context io;
  Logic logic;
  Server server(io, logic, "house");
  io.run();
}
