// Asio's coroutines that yield: a timer that the coroutine waits for parks nothing; one with a callback does.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <boost/asio/spawn.hpp>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

class Session : public std::enable_shared_from_this<Session> {
public:
  explicit Session(tcp::socket socket) : socket_(std::move(socket)), idle_(socket_.get_executor()) {}
  void go() {
    auto self = shared_from_this();
    asio::spawn(socket_.get_executor(), [this, self](asio::yield_context yield) {
      std::string line;
      for (;;) {
        idle_.expires_after(std::chrono::seconds(10));
        std::size_t n = asio::async_read_until(socket_, asio::dynamic_buffer(line), '\n', yield);
        asio::async_write(socket_, asio::buffer(line, n), yield);
        line.erase(0, n);
      }
    });
    asio::spawn(socket_.get_executor(), [this, self](asio::yield_context yield) {
      while (socket_.is_open()) {
        boost::system::error_code ignored;
        idle_.async_wait(yield[ignored]); // near-miss: the coroutine waits here
        if (idle_.expiry() <= std::chrono::steady_clock::now())
          socket_.close();
      }
    });
  }

private:
  tcp::socket socket_;
  asio::steady_timer idle_;
};

int main() {
  asio::io_context io;
  asio::spawn(io, [&io](asio::yield_context yield) {
    tcp::acceptor acceptor(io, {tcp::v4(), 7000});
    for (;;) {
      tcp::socket socket(io);
      boost::system::error_code error;
      acceptor.async_accept(socket, yield[error]);
      if (!error)
        std::make_shared<Session>(std::move(socket))->go();
    }
  });
  io.run();
}
