// A list of connections through which everybody is told, one place after the other; each also leaves it
// by itself.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <vector>
namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class Peer : public std::enable_shared_from_this<Peer> {
public:
  std::function<void(Peer *, const std::string &)> onLine;
  std::function<void(Peer *)> onGone;
  explicit Peer(tcp::socket socket) : socket_(std::move(socket)) {}
  void read() {
    auto self = shared_from_this();
    asio::async_read_until(socket_, buffer_, 10, [this, self](error_code error, std::size_t) {
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
  asio::streambuf buffer_;
};

class Desk {
public:
  explicit Desk(asio::io_context &io) : acceptor_(io, tcp::endpoint(tcp::v4(), 7000)) { accept(); }

private:
  void accept() {
    acceptor_.async_accept([this](error_code error, tcp::socket socket) {
      if (!error) {
        auto peer = std::make_shared<Peer>(std::move(socket));
        peer->onGone = [this](Peer *one) { forget(one); };
        peer->onLine = [this](Peer *, const std::string &line) {
          for (size_t i = 0; i < peers_.size(); ++i)
            peers_[i]->say(line);
        };
        peers_.push_back(peer);
        peer->read();
      }
      accept();
    });
  }
  void forget(const Peer *gone) {
    for (auto it = peers_.begin(); it != peers_.end(); ++it)
      if (it->get() == gone) {
        peers_.erase(it);
        break;
      }
  }
  tcp::acceptor acceptor_;
  std::vector<std::shared_ptr<Peer>> peers_; // finding: handler-state error "peers_"
};

int main() {
  asio::io_context io;
  Desk desk(io);
  io.run();
}
