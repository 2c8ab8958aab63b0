// Asio: what belongs to one operation, to one copy of a coroutine or to the connection that a worker has just accepted.
// packages: libboost1.74-dev
#include <array>
#include <boost/asio.hpp>
#include <boost/asio/coroutine.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/optional.hpp>
#include <functional>
#include <list>
#include <memory>
#include <string>

namespace asio = boost::asio;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;

struct Repeat { // writes a text some times, with a pause before each
  tcp::socket &socket;
  std::unique_ptr<std::string> text; // near-miss: of one operation
  std::size_t left;                  // near-miss: of one operation
  std::unique_ptr<asio::steady_timer> pause;
  enum { waiting, writing } state; // near-miss: of one operation

  template <typename Self> void operator()(Self &self, boost::system::error_code error = {}, std::size_t = 0) {
    if (!error) {
      if (state == writing && left > 0) {
        --left;
        state = waiting;
        pause->expires_after(std::chrono::seconds(1));
        pause->async_wait(std::move(self)); // near-miss: the operation goes on
        return;
      }
      if (state == waiting) {
        state = writing;
        asio::async_write(socket, asio::buffer(*text), std::move(self));
        return;
      }
    }
    text.reset();
    self.complete(error);
  }
};

template <typename Token> auto repeat(tcp::socket &socket, const std::string &text, Token &&token) {
  return asio::async_compose<Token, void(boost::system::error_code)>(
      Repeat{socket, std::make_unique<std::string>(text), 3,
             std::make_unique<asio::steady_timer>(socket.get_executor()), Repeat::writing},
      token, socket);
}

template <typename Token> auto drained(asio::io_context &io, Token &&token) {
  return asio::async_compose<Token, void(boost::system::error_code)>(
      [begun = false, &io](auto &self, boost::system::error_code error = {}) mutable { // near-miss: of one operation
        if (!begun) {
          begun = true;
          asio::post(io, std::move(self));
          return;
        }
        self.complete(error);
      },
      token, io);
}

#include <boost/asio/yield.hpp>
class Echo : asio::coroutine { // copied into each operation, and once more for each connection
public:
  explicit Echo(asio::io_context &io) : acceptor_(new tcp::acceptor(io, {tcp::v4(), 7001})) {}
  void operator()(boost::system::error_code error = {}, std::size_t n = 0) {
    if (error)
      return;
    reenter(this) {
      do {
        socket_.reset(new tcp::socket(acceptor_->get_executor()));
        yield acceptor_->async_accept(*socket_, *this);
        fork Echo (*this)();
      } while (is_parent());
      buffer_.reset(new std::array<char, 1024>);
      yield socket_->async_read_some(asio::buffer(*buffer_), *this);
      seen_ += n;
      text_.assign(buffer_->data(), seen_);
      yield asio::async_write(*socket_, asio::buffer(text_), *this);
    }
  }

private:
  std::shared_ptr<tcp::acceptor> acceptor_;
  std::shared_ptr<tcp::socket> socket_;
  std::shared_ptr<std::array<char, 1024>> buffer_; // near-miss: of one copy
  std::size_t seen_ = 0;                           // near-miss: of one copy
  std::string text_;                               // near-miss: of one copy
};
#include <boost/asio/unyield.hpp>

class Worker { // accepts one connection after the other
public:
  explicit Worker(tcp::acceptor &acceptor) : acceptor_(acceptor) {}
  void accept() {
    boost::system::error_code ignored;
    socket_.close(ignored);
    buffer_.consume(buffer_.size());
    acceptor_.async_accept(socket_, [this](boost::system::error_code error) {
      if (error)
        accept();
      else
        read();
    });
  }

private:
  void read() {
    parser_.emplace();
    http::async_read(socket_, buffer_, *parser_, [this](boost::system::error_code error, std::size_t) {
      if (error)
        accept();
      else
        answer(parser_->get());
    });
  }
  void answer(const http::request<http::string_body> &request) {
    ++served_;
    response_.emplace();
    response_->body() = std::string(request.target()) + " " + std::to_string(served_);
    response_->prepare_payload();
    http::async_write(socket_, *response_, [this](boost::system::error_code error, std::size_t) {
      socket_.shutdown(tcp::socket::shutdown_send, error);
      response_.reset();
      accept();
    });
  }

  tcp::acceptor &acceptor_;
  tcp::socket socket_{acceptor_.get_executor()};
  boost::beast::flat_static_buffer<8192> buffer_;
  boost::optional<http::request_parser<http::string_body>> parser_;     // near-miss: made anew for each
  boost::optional<http::response<http::string_body>> response_;         // near-miss: made anew for each
  int served_ = 0; // finding: handler-state error "served_"
};

class Framed {
public:
  explicit Framed(tcp::socket socket) : socket_(std::move(socket)) {}
  template <typename Handler> void write(const std::string &text, Handler handler) {
    if (text.size() > 9999) {
      boost::system::error_code error(asio::error::invalid_argument);
      asio::post(socket_.get_executor(), std::bind(handler, error)); // near-miss: says that nothing was sent
      return;
    }
    text_ = text;
    asio::async_write(socket_, asio::buffer(text_), handler);
  }

private:
  tcp::socket socket_;
  std::string text_;
};

int main() {
  asio::io_context io;
  tcp::acceptor acceptor(io, {tcp::v4(), 7000});
  std::list<Worker> workers;
  for (int i = 0; i < 4; i++) {
    workers.emplace_back(acceptor);
    workers.back().accept();
  }
  Echo echo(io);
  echo();
  tcp::acceptor other(io, {tcp::v4(), 7002});
  tcp::socket greeted = other.accept();
  repeat(greeted, "hello", [](boost::system::error_code) {});
  drained(io, [](boost::system::error_code) {});
  other.async_accept([](boost::system::error_code error, tcp::socket socket) {
    if (error)
      return;
    auto framed = std::make_shared<Framed>(std::move(socket));
    framed->write("welcome", [framed](boost::system::error_code, std::size_t = 0) {});
  });
  io.run();
}
