// Connections that leave a table by std::find_if look for nobody but themselves.
// packages: libboost1.74-dev
#include <algorithm>
#include <boost/asio.hpp>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class Peer : public std::enable_shared_from_this<Peer> {
public:
  std::function<void(Peer *)> onGone;
  explicit Peer(tcp::socket socket) : socket_(std::move(socket)) {}
  std::string number() { return "c" + std::to_string(socket_.native_handle()); }
  void read() {
    auto self = shared_from_this();
    asio::async_read_until(socket_, buffer_, 10, [this, self](error_code error, std::size_t) {
      if (error)
        return onGone(this);
      read();
    });
  }
  void say(const std::string &text) { error_code ignored; asio::write(socket_, asio::buffer(text), ignored); }
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
        hall_[peer->number()] = peer;
        pair_[peer->number()] = peer;
        peer->read();
      }
      accept();
    });
  }
  void forget(const Peer *gone) {
    for (auto it = hall_.begin(); it != hall_.end();) {
      if (it->second.get() == gone) {
        it = hall_.erase(it);
      } else {
        it->second->say("somebody left");
        ++it;
      }
    }
    auto it = std::find_if(pair_.begin(), pair_.end(), [gone](const auto &p) { return p.second.get() == gone; });
    if (it != pair_.end())
      pair_.erase(it);
  }
  tcp::acceptor acceptor_;
  std::map<std::string, std::shared_ptr<Peer>> hall_; // finding: handler-state|session-in-process
  std::map<std::string, std::shared_ptr<Peer>> pair_; // near-miss: own
};
int main() { asio::io_context io; Desk desk(io); io.run(); }
