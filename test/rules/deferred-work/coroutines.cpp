// A coroutine that is started and left alone outlives the answer; one that goes
// on with the connection, or is awaited, does not. A timer that is awaited parks nothing.
#define ASIO_HAS_CO_AWAIT 1 // as of version 1.22 not told from clang
#define ASIO_HAS_STD_COROUTINE 1
#include <asio.hpp>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

static awaitable<void> notify(std::string order) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  timer.expires_after(std::chrono::seconds(3));
  co_await timer.async_wait(use_awaitable); // near-miss
  co_await asio::post(co_await asio::this_coro::executor, use_awaitable); // near-miss: goes on here
  asio::post(co_await asio::this_coro::executor, [] { std::system("pack-orders"); }); // finding: deferred-work error
  std::printf("%s\n", order.c_str());
}

static awaitable<bool> inStock(std::string order) { co_return order.size() % 2 == 0; }

static awaitable<void> session(tcp::socket socket) {
  std::string in;
  for (;;) {
    auto n = co_await asio::async_read_until(socket, asio::dynamic_buffer(in), '\n', use_awaitable);
    std::string order = in.substr(0, n);
    in.erase(0, n);
    auto executor = co_await asio::this_coro::executor;
    if (co_await asio::co_spawn(executor, inStock(order), use_awaitable)) // near-miss
      asio::co_spawn(executor, notify(order), asio::detached); // finding: deferred-work error "co_spawn"
    co_await asio::async_write(socket, asio::buffer(order), use_awaitable);
  }
}

static awaitable<void> listener() {
  auto executor = co_await asio::this_coro::executor;
  tcp::acceptor acceptor(executor, {tcp::v4(), 7022});
  for (;;) {
    tcp::socket socket = co_await acceptor.async_accept(use_awaitable);
    asio::co_spawn(executor, session(std::move(socket)), asio::detached); // near-miss
  }
}

int main() {
  asio::io_context io;
  asio::co_spawn(io, listener(), asio::detached); // near-miss
  io.run();
}
