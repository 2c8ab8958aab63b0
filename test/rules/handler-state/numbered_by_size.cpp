// As many connections as there are: a limit is their own affair, a number that the next one gets is not.
// Both halls inherit the constructor that begins to accept.
// packages: libboost-dev
#include <algorithm>
#include <boost/asio.hpp>
#include <memory>
#include <string>
#include <vector>

using boost::asio::ip::tcp;

class Client : public std::enable_shared_from_this<Client> {
public:
  explicit Client(tcp::socket socket) : socket_(std::move(socket)) {}
  tcp::socket &socket() { return socket_; }
  void greet(const std::string &text) {
    boost::system::error_code ignored;
    boost::asio::write(socket_, boost::asio::buffer(text), ignored);
  }

private:
  tcp::socket socket_;
};

class Hall {
public:
  Hall(boost::asio::io_context &io, unsigned short port) : acceptor_(io, {tcp::v4(), port}) { accept(); }
  virtual ~Hall() = default;

protected:
  virtual void enter(std::shared_ptr<Client> client) = 0;

private:
  void accept() {
    acceptor_.async_accept([this](boost::system::error_code error, tcp::socket socket) {
      if (!error)
        enter(std::make_shared<Client>(std::move(socket)));
      accept();
    });
  }
  tcp::acceptor acceptor_;
};

class Limited : public Hall {
public:
  using Hall::Hall;
  void leave(const std::shared_ptr<Client> &client) {
    limited_.erase(std::remove(limited_.begin(), limited_.end(), client), limited_.end());
  }

protected:
  void enter(std::shared_ptr<Client> client) override {
    if (limited_.size() >= 10)
      return;
    limited_.push_back(client);
    client->socket().async_wait(tcp::socket::wait_error, [this, client](boost::system::error_code) { leave(client); });
  }

private:
  std::vector<std::shared_ptr<Client>> limited_; // near-miss: as many as there may be
};

class Numbered : public Hall {
public:
  using Hall::Hall;
  void leave(const std::shared_ptr<Client> &client) {
    numbered_.erase(std::remove(numbered_.begin(), numbered_.end(), client), numbered_.end());
  }

protected:
  void enter(std::shared_ptr<Client> client) override {
    const size_t number = numbered_.size() + 1;
    numbered_.push_back(client);
    client->greet("you are " + std::to_string(number));
    client->socket().async_wait(tcp::socket::wait_error, [this, client](boost::system::error_code) { leave(client); });
  }

private:
  std::vector<std::shared_ptr<Client>> numbered_; // finding: handler-state error "numbered_"
};

int main() {
  boost::asio::io_context io;
  Limited limited(io, 7500);
  Numbered numbered(io, 7501);
  io.run();
}
