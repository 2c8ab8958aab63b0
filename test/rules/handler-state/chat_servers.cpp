// A chat room on each of several ports: main makes the servers in a list, and
// what each of them keeps is the state.
// packages: libboost-dev|libasio-dev
#include <boost/asio.hpp>
#include <cstdlib>
#include <deque>
#include <list>
#include <memory>
#include <set>
#include <string>

using boost::asio::ip::tcp;

class Participant {
public:
  virtual ~Participant() = default;
  virtual void deliver(const std::string &text) = 0;
};

class Room {
public:
  void join(std::shared_ptr<Participant> one) {
    members_.insert(one);
    for (auto &text : recent_)
      one->deliver(text);
  }
  void leave(std::shared_ptr<Participant> one) { members_.erase(one); }
  void deliver(const std::string &text) {
    recent_.push_back(text);
    while (recent_.size() > 100)
      recent_.pop_front();
    for (auto &one : members_)
      one->deliver(text);
  }

private:
  std::set<std::shared_ptr<Participant>> members_; // finding: handler-state error "members_"
  std::deque<std::string> recent_; // finding: handler-state error "recent_"
};

class Session : public Participant, public std::enable_shared_from_this<Session> {
public:
  Session(tcp::socket socket, Room &room) : socket_(std::move(socket)), room_(room) {}
  void start() {
    room_.join(shared_from_this());
    read();
  }
  void deliver(const std::string &text) override { boost::asio::write(socket_, boost::asio::buffer(text)); }

private:
  void read() {
    auto self(shared_from_this());
    socket_.async_read_some(boost::asio::buffer(data_), [this, self](boost::system::error_code ec, size_t n) {
      if (ec)
        return room_.leave(self);
      room_.deliver(std::string(data_, n));
      read();
    });
  }

  tcp::socket socket_;
  Room &room_;
  char data_[512]; // near-miss: one connection's own
};

class Server {
public:
  Server(boost::asio::io_context &ioc, const tcp::endpoint &at) : acceptor_(ioc, at) { accept(); }

private:
  void accept() {
    acceptor_.async_accept([this](boost::system::error_code ec, tcp::socket socket) {
      if (!ec)
        std::make_shared<Session>(std::move(socket), room_)->start();
      accept();
    });
  }

  tcp::acceptor acceptor_;
  Room room_;
};

int main(int argc, char *argv[]) {
  boost::asio::io_context ioc;
  std::list<Server> servers; // near-miss: complete before it serves
  for (int i = 1; i < argc; ++i)
    servers.emplace_back(ioc, tcp::endpoint(tcp::v4(), static_cast<unsigned short>(std::atoi(argv[i]))));
  ioc.run();
}
