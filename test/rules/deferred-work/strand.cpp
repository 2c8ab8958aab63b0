// A strand is a queue to stand in: the task goes on with the same request. A
// pool of threads is work put off.
// packages: libboost-dev|libasio-dev
#include <boost/asio.hpp>
#include <memory>
#include <string>

namespace net = boost::asio;
using net::ip::tcp;

// Shared by all sessions; what they say is put in order by the strand.
class Index {
public:
  explicit Index(net::io_context &ioc, net::thread_pool &pool) : strand_(net::make_strand(ioc)), pool_(pool) {}
  void ordered(const std::string &text) {
    net::post(strand_, [text] { count(text); }); // near-miss: takes its turn
  }
  void later(const std::string &text) {
    net::post(pool_, [text] { count(text); }); // finding: deferred-work error "post"
  }

private:
  static void count(const std::string &text) { (void)text.size(); }
  net::strand<net::io_context::executor_type> strand_;
  net::thread_pool &pool_;
};

class Session : public std::enable_shared_from_this<Session> {
public:
  Session(tcp::socket socket, Index &index) : socket_(std::move(socket)), index_(index) {}
  void start() {
    socket_.async_read_some(net::buffer(data_), [self = shared_from_this()](boost::system::error_code ec, size_t n) {
      if (!ec)
        self->handle(n);
    });
  }

private:
  void handle(size_t n) {
    std::string text(data_, n);
    index_.ordered(text);
    net::write(socket_, net::buffer("ok", 2));
    index_.later(text);
  }

  tcp::socket socket_;
  Index &index_;
  char data_[512];
};

class Listener {
public:
  Listener(net::io_context &ioc, Index &index) : acceptor_(ioc, {tcp::v4(), 7000}), index_(index) {}
  void accept() {
    acceptor_.async_accept([this](boost::system::error_code ec, tcp::socket socket) {
      if (!ec)
        std::make_shared<Session>(std::move(socket), index_)->start();
      accept();
    });
  }

private:
  tcp::acceptor acceptor_;
  Index &index_;
};

int main() {
  net::io_context ioc;
  net::thread_pool pool(4);
  Index index(ioc, pool);
  Listener listener(ioc, index);
  listener.accept();
  ioc.run();
}
