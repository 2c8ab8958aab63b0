// What a coroutine that start-up spawns keeps from one turn of its loop to the next.
// packages: libasio-dev
#define ASIO_HAS_CO_AWAIT 1 // as of version 1.22 not told from clang
#define ASIO_HAS_STD_COROUTINE 1
#include <asio.hpp>
#include <string>

using asio::ip::tcp;

static asio::awaitable<void> serve(tcp::acceptor &acceptor) {
  int served = 0; // finding: handler-state error "served"
  for (;;) {
    tcp::socket socket = co_await acceptor.async_accept(asio::use_awaitable);
    std::string text = std::to_string(++served);
    co_await asio::async_write(socket, asio::buffer(text), asio::use_awaitable);
  }
}

int main() {
  asio::io_context context;
  tcp::acceptor acceptor(context, {tcp::v4(), 6000});
  asio::co_spawn(context, serve(acceptor), asio::detached);
  context.run();
}
