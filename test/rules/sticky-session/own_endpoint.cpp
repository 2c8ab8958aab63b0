// Connections in tables under their own address: entered, told and left, never looked up by it.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <functional>
#include <istream>
#include <map>
#include <memory>
#include <string>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class Peer : public std::enable_shared_from_this<Peer> {
public:
  std::function<void(Peer *, const std::string &)> onLine;
  std::function<void(Peer *)> onGone;

  explicit Peer(tcp::socket socket) : socket_(std::move(socket)) {}
  std::string number() const {
    auto at = socket_.remote_endpoint();
    return at.address().to_string() + ":" + std::to_string(at.port());
  }
  void read() {
    auto self = shared_from_this();
    asio::async_read_until(socket_, buffer_, '\n', [this, self](error_code error, std::size_t) {
      if (error)
        return onGone(this);
      std::istream in(&buffer_);
      std::string line;
      std::getline(in, line);
      onLine(this, line);
      read();
    });
  }
  void say(const std::string &text) {
    error_code ignored;
    asio::write(socket_, asio::buffer(text), ignored);
  }

private:
  tcp::socket socket_;
  asio::streambuf buffer_; // near-miss: one connection's own
};

class Desk {
public:
  Desk(asio::io_context &io, unsigned short port) : acceptor_(io, tcp::endpoint(tcp::v4(), port)) { accept(); }

private:
  void accept() {
    acceptor_.async_accept([this](error_code error, tcp::socket socket) {
      if (!error)
        welcome(std::make_shared<Peer>(std::move(socket)));
      accept();
    });
  }
  void welcome(const std::shared_ptr<Peer> &peer) {
    peer->onLine = [this](Peer *one, const std::string &line) { obey(one, line); };
    peer->onGone = [this](Peer *one) { forget(one); };
    peers_[peer->number()] = peer;
    hall_[peer->number()] = peer;
    peer->read();
  }
  void obey(Peer *one, const std::string &line) {
    if (line.rfind("tell ", 0) == 0) {
      for (auto &[number, other] : hall_)
        other->say(line.substr(5) + "\n");
    } else {
      one->say(line + "\n");
    }
  }
  void forget(const Peer *gone) {
    for (auto it = hall_.begin(); it != hall_.end(); ++it) {
      if (it->second.get() == gone) {
        hall_.erase(it);
        break;
      }
    }
    for (auto it = peers_.begin(); it != peers_.end(); ++it) {
      if (it->second.get() == gone) {
        peers_.erase(it);
        break;
      }
    }
  }

  tcp::acceptor acceptor_;
  std::map<std::string, std::shared_ptr<Peer>> peers_; // near-miss: each enters and leaves, nobody looks for others
  std::map<std::string, std::shared_ptr<Peer>> hall_;  // finding: handler-state|session-in-process "hall_"
};

int main() {
  asio::io_context io;
  Desk desk(io, 7200);
  io.run();
}
