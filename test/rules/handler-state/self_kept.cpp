// packages: libboost-dev
#include <boost/asio.hpp>
#include <map>
#include <memory>
#include <string>

using boost::asio::ip::tcp;

class Scores {
public:
  void won(const std::string &name) { wins_[name] += 1; }

private:
  std::map<std::string, int> wins_; // finding: handler-state error "wins_"
};

// One connection's object, kept alive by its handlers. The first one is made
// before serving begins.
class Player : public std::enable_shared_from_this<Player> {
public:
  Player(boost::asio::io_context &io, Scores &scores) : socket_(io), scores_(scores) {}
  tcp::socket &socket() { return socket_; }
  void start() {
    auto self(shared_from_this());
    boost::asio::async_read_until(socket_, buffer_, '\n', [this, self](boost::system::error_code ec, std::size_t n) {
      if (ec)
        return;
      name_.assign(boost::asio::buffers_begin(buffer_.data()), boost::asio::buffers_begin(buffer_.data()) + n);
      buffer_.consume(n);
      ++moves_;
      if (moves_ > 9)
        scores_.won(name_);
      start();
    });
  }

private:
  tcp::socket socket_;
  boost::asio::streambuf buffer_;
  std::string name_;
  int moves_ = 0;
  Scores &scores_;
};

// It has a socket to accept into, but it accepts: no connection's object.
class Server : public std::enable_shared_from_this<Server> {
public:
  explicit Server(boost::asio::io_context &io) : io_(io), acceptor_(io, tcp::endpoint(tcp::v4(), 9000)) {}
  void accept() {
    auto player = std::make_shared<Player>(io_, scores_);
    acceptor_.async_accept(player->socket(), [this, self = shared_from_this(), player](boost::system::error_code ec) {
      if (!ec) {
        last_ = player->socket().remote_endpoint().address().to_string();
        player->start();
      }
      if (last_ != "127.0.0.1")
        accept();
    });
    if (last_.empty())
      return;
  }

private:
  boost::asio::io_context &io_;
  tcp::acceptor acceptor_;
  Scores scores_;
  std::string last_; // finding: handler-state error "last_"
};

int main() {
  boost::asio::io_context io;
  std::make_shared<Server>(io)->accept();
  io.run();
}
