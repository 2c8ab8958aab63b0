// Asio's composed operations in a program without any handler of requests: what they hold is one operation's.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <future>
#include <iostream>
#include <memory>
#include <string>

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

struct Repeat {
  tcp::socket &socket;
  std::unique_ptr<std::string> text; // near-miss: of one operation
  std::size_t left;                  // near-miss: of one operation
  std::unique_ptr<asio::steady_timer> pause;
  enum { starting, waiting, writing } state; // near-miss: of one operation

  template <typename Self>
  void operator()(Self &self, const boost::system::error_code &error = boost::system::error_code(), std::size_t = 0) {
    if (!error) {
      switch (state) {
      case starting:
      case writing:
        if (left > 0) {
          --left;
          state = waiting;
          pause->expires_after(std::chrono::seconds(1));
          pause->async_wait(std::move(self)); // near-miss: the operation goes on
          return;
        }
        break;
      case waiting:
        state = writing;
        asio::async_write(socket, asio::buffer(*text), std::move(self));
        return;
      }
    }
    text.reset();
    pause.reset();
    self.complete(error);
  }
};

template <typename Token>
auto repeat(tcp::socket &socket, const std::string &said, Token &&token) ->
    typename asio::async_result<std::decay_t<Token>, void(boost::system::error_code)>::return_type {
  std::unique_ptr<std::string> text(new std::string(said));
  std::unique_ptr<asio::steady_timer> pause(new asio::steady_timer(socket.get_executor()));
  return asio::async_compose<Token, void(boost::system::error_code)>(
      Repeat{socket, std::move(text), 3, std::move(pause), Repeat::starting}, token, socket);
}

int main() {
  asio::io_context io;
  tcp::acceptor acceptor(io, {tcp::v4(), 55555});
  tcp::socket socket = acceptor.accept();
  repeat(socket, "hello", [](const boost::system::error_code &error) {
    std::cout << (error ? error.message() : "sent") << "\n";
  });
  io.run();
}
