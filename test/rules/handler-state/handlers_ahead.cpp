// A handler and a client are made before each connection, the first ones at start-up; what all share is none of them.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <memory>
#include <string>
#include <vector>

using boost::asio::ip::tcp;

class Client;

class Handler {
public:
  void connected(std::shared_ptr<Client> client) { client_ = client; }
  void heard(const std::string &text);

private:
  std::weak_ptr<Client> client_; // near-miss: its own connection
  std::string said_;             // near-miss: of one connection
};

class Client : public std::enable_shared_from_this<Client> {
public:
  Client(boost::asio::io_context &io, std::shared_ptr<Handler> handler)
      : handler_(handler), socket_(std::make_shared<tcp::socket>(io)) {}
  std::shared_ptr<tcp::socket> socket() { return socket_; }
  void start() {
    handler_->connected(shared_from_this());
    read();
  }
  void read() {
    boost::asio::async_read_until(*socket_, buffer_, '\n',
                                  [self = shared_from_this()](boost::system::error_code error, std::size_t size) {
                                    if (error)
                                      return;
                                    self->state_ = int(size);
                                    self->handler_->heard("line");
                                    self->read();
                                  });
  }
  void send(const std::string &text) {
    key_.assign(text.begin(), text.end());
    boost::asio::write(*socket_, boost::asio::buffer(key_));
    if (state_ > 10)
      boost::asio::write(*socket_, boost::asio::buffer("long\n", 5));
  }

private:
  std::shared_ptr<Handler> handler_;
  std::shared_ptr<tcp::socket> socket_;
  boost::asio::streambuf buffer_;
  std::vector<char> key_; // near-miss: of one connection
  int state_ = 0;         // near-miss: of one connection
};

void Handler::heard(const std::string &text) {
  if (auto client = client_.lock())
    client->send(said_ + text);
  said_ = text;
}

class Server : public std::enable_shared_from_this<Server> {
public:
  explicit Server(boost::asio::io_context &io) : io_(io), acceptor_(io, tcp::endpoint(tcp::v4(), 7000)) {}
  void accept() {
    auto handler = std::make_shared<Handler>();
    auto client = std::make_shared<Client>(io_, handler);
    acceptor_.async_accept(*client->socket(), [self = shared_from_this(), client](boost::system::error_code) {
      client->send("number " + std::to_string(++self->served_));
      client->start();
      self->accept();
    });
  }

private:
  boost::asio::io_context &io_;
  tcp::acceptor acceptor_;
  long served_ = 0; // finding: handler-state error
};

int main() {
  boost::asio::io_context io;
  auto server = std::make_shared<Server>(io);
  server->accept();
  io.run();
}
