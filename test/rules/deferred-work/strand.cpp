// A strand is a queue to stand in: the task goes on with the same request. A
// pool of threads is work put off.
// packages: libboost-dev|libasio-dev
#include <boost/asio.hpp>
#include <memory>
#include <string>

namespace net = boost::asio;
using net::ip::tcp;

class Session : public std::enable_shared_from_this<Session> {
public:
  Session(tcp::socket socket, net::thread_pool &pool)
      : socket_(std::move(socket)), strand_(net::make_strand(socket_.get_executor())), pool_(pool) {}
  void start() {
    socket_.async_read_some(net::buffer(data_), [self = shared_from_this()](boost::system::error_code ec, size_t n) {
      if (!ec)
        self->handle(n);
    });
  }

private:
  void handle(size_t n) {
    net::post(strand_, [self = shared_from_this(), n] { self->length_ = n; }); // near-miss: takes its turn
    net::write(socket_, net::buffer("ok", 2));
    std::string text(data_, n);
    net::post(pool_, [text] { index(text); }); // finding: deferred-work error "post"
  }
  static void index(const std::string &text) { (void)text.size(); }

  tcp::socket socket_;
  net::strand<net::any_io_executor> strand_;
  net::thread_pool &pool_;
  char data_[512];
  size_t length_ = 0;
};

class Listener {
public:
  Listener(net::io_context &ioc, net::thread_pool &pool) : acceptor_(ioc, {tcp::v4(), 7000}), pool_(pool) {}
  void accept() {
    acceptor_.async_accept([this](boost::system::error_code ec, tcp::socket socket) {
      if (!ec)
        std::make_shared<Session>(std::move(socket), pool_)->start();
      accept();
    });
  }

private:
  tcp::acceptor acceptor_;
  net::thread_pool &pool_;
};

int main() {
  net::io_context ioc;
  net::thread_pool pool(4);
  Listener listener(ioc, pool);
  listener.accept();
  ioc.run();
}
