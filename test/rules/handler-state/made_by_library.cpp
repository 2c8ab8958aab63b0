// packages: libboost-dev
#include <boost/asio.hpp>
#include <map>
#include <memory>
#include <string>
#include <utility>

// Constructors and virtual methods of the project's own templates, which only
// make_shared's body instantiates.
namespace net = boost::asio;
using net::ip::tcp;

class Scores {
public:
  int add(const std::string &name) { return ++scores_[name]; }

private:
  std::map<std::string, int> scores_; // finding: handler-state error "scores_"
};

class SessionBase {
public:
  virtual ~SessionBase() = default;
  void run() {
    net::async_read_until(socket_, buffer_, '\n', [this, self = self()](boost::system::error_code ec, std::size_t) {
      if (!ec)
        handle(std::string(net::buffers_begin(buffer_.data()), net::buffers_end(buffer_.data())));
    });
  }

protected:
  explicit SessionBase(tcp::socket &&socket) : socket_(std::move(socket)) {}
  void write(std::string text) {
    auto safe = std::make_shared<std::string>(std::move(text));
    net::async_write(socket_, net::buffer(*safe), [safe, self = self()](boost::system::error_code, std::size_t) {});
  }

private:
  virtual void handle(std::string line) = 0;
  virtual std::shared_ptr<SessionBase> self() = 0;
  tcp::socket socket_;
  net::streambuf buffer_;
};

template <class Handler> class Session : public SessionBase, public std::enable_shared_from_this<Session<Handler>> {
public:
  template <class Given>
  Session(tcp::socket &&socket, Given &&handler)
      : SessionBase(std::move(socket)), handler_(std::forward<Given>(handler)) {}

private:
  std::shared_ptr<SessionBase> self() override { return this->shared_from_this(); }
  void handle(std::string line) override {
    handler_(std::move(line), [self = this->shared_from_this()](auto &&answer) { self->write(answer); });
  }
  Handler handler_;
};

template <class Handler> class Listener : public std::enable_shared_from_this<Listener<Handler>> {
public:
  template <class Given>
  Listener(net::io_context &io, Given &&handler)
      : io_(io), acceptor_(io, {tcp::v4(), 9000}), handler_(std::forward<Given>(handler)) {}
  void run() {
    acceptor_.async_accept(io_, [self = this->shared_from_this()](boost::system::error_code ec, tcp::socket socket) {
      if (!ec)
        std::make_shared<Session<Handler>>(std::move(socket), self->handler_)->run();
      self->run();
    });
  }

private:
  net::io_context &io_;
  tcp::acceptor acceptor_;
  Handler handler_;
};

template <class Handler> void serve(net::io_context &io, Handler &&handler) {
  std::make_shared<Listener<std::decay_t<Handler>>>(io, std::forward<Handler>(handler))->run();
}

int main() {
  net::io_context io;
  Scores scores;
  serve(io, [&scores](std::string &&line, auto &&send) { send(std::to_string(scores.add(line))); });
  io.run();
}
