// A functor that keeps asio's coroutine is copied into each of its operations: its members are one connection's.
// packages: libasio-dev
#include <array>
#include <asio.hpp>
#include <memory>
#include <string>

class Server {
public:
  Server(asio::io_context &io, unsigned short port)
      : acceptor_(std::make_shared<asio::ip::tcp::acceptor>(io, asio::ip::tcp::endpoint(asio::ip::tcp::v4(), port))) {}

#include <asio/yield.hpp>
  void operator()(std::error_code error = {}, std::size_t length = 0) {
    if (error)
      return;
    reenter(state_) {
      do {
        socket_.reset(new asio::ip::tcp::socket(acceptor_->get_executor()));
        yield acceptor_->async_accept(*socket_, *this);
        fork Server(*this)();
      } while (state_.is_parent());
      bytes_.reset(new std::array<char, 512>());
      yield socket_->async_read_some(asio::buffer(*bytes_), *this);
      reply_.reset(new std::string(bytes_->data(), length));
      yield asio::async_write(*socket_, asio::buffer(*reply_), *this);
    }
  }
#include <asio/unyield.hpp>

private:
  asio::coroutine state_;
  std::shared_ptr<asio::ip::tcp::acceptor> acceptor_;
  std::shared_ptr<asio::ip::tcp::socket> socket_;
  std::shared_ptr<std::array<char, 512>> bytes_; // near-miss: the operation's own
  std::shared_ptr<std::string> reply_;           // near-miss
};

int main() {
  asio::io_context io;
  Server(io, 8080)();
  io.run();
}
