// A timer that asks another service, when the client has long been told, puts work off, though it
// works with a request: one of its own. A timer that sends the response does not.
// packages: libboost1.74-dev, libpoco-dev
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <string>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using boost::system::error_code;

class Visit : public std::enable_shared_from_this<Visit> {
public:
  explicit Visit(tcp::socket socket) : stream_(std::move(socket)), later_(stream_.get_executor()), slow_(stream_.get_executor()) {}
  void start() {
    auto self = shared_from_this();
    http::async_read(stream_, buffer_, request_, [self](error_code error, std::size_t) {
      if (!error)
        self->handle();
    });
  }

private:
  void handle() {
    response_.version(request_.version());
    response_.body() = "ok\n";
    response_.prepare_payload();
    auto self = shared_from_this();
    if (request_.target() == "/slow") {
      slow_.expires_after(std::chrono::seconds(1));
      slow_.async_wait([self](error_code) { self->send(); }); // near-miss: the client waits for it
      return;
    }
    const std::string order(request_.body());
    later_.expires_after(std::chrono::minutes(5));
    later_.async_wait([order](error_code error) { // finding: deferred-work error "async_wait"
      if (error)
        return;
      auto bill = std::make_shared<Poco::Net::HTTPRequest>(Poco::Net::HTTPRequest::HTTP_POST, "/bill", "HTTP/1.1");
      bill->setContentLength(static_cast<std::streamsize>(order.size()));
      Poco::Net::HTTPClientSession billing(std::getenv("BILLING_HOST"));
      billing.sendRequest(*bill) << order;
      Poco::Net::HTTPResponse said;
      billing.receiveResponse(said);
    });
    send();
  }
  void send() {
    auto self = shared_from_this();
    http::async_write(stream_, response_, [self](error_code, std::size_t) {
      error_code ignored;
      self->stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    });
  }

  beast::tcp_stream stream_;
  asio::steady_timer later_;
  asio::steady_timer slow_;
  beast::flat_buffer buffer_;
  http::request<http::string_body> request_;
  http::response<http::string_body> response_;
};

static void accept(tcp::acceptor &acceptor) {
  acceptor.async_accept([&acceptor](error_code error, tcp::socket socket) {
    if (!error)
      std::make_shared<Visit>(std::move(socket))->start();
    accept(acceptor);
  });
}

int main() {
  asio::io_context io;
  tcp::acceptor acceptor(io, tcp::endpoint(tcp::v4(), 7680));
  accept(acceptor);
  io.run();
}
