// A table of routes that is moved into an object which the connections share.
// packages: libboost-dev
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>

namespace {

namespace http = boost::beast::http;
namespace net = boost::asio;
using tcp = net::ip::tcp;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

class Routes {
public:
  Routes &on(std::string path, std::function<void(const Request &, Response &)> handler) {
    table_[std::move(path)] = std::move(handler);
    return *this;
  }
  void dispatch(const Request &request, Response &response) const {
    auto found = table_.find(std::string(request.target()));
    if (found != table_.end())
      found->second(request, response);
  }

private:
  std::map<std::string, std::function<void(const Request &, Response &)>> table_; // filled at start-up
};

class Session : public std::enable_shared_from_this<Session> {
public:
  Session(tcp::socket socket, std::shared_ptr<const Routes> routes)
      : stream_(std::move(socket)), routes_(std::move(routes)) {}
  void read() {
    http::async_read(stream_, buffer_, request_,
                     [self = shared_from_this()](boost::beast::error_code error, std::size_t) {
                       if (!error)
                         self->answer();
                     });
  }

private:
  void answer() {
    routes_->dispatch(request_, response_);
    http::async_write(stream_, response_, [self = shared_from_this()](boost::beast::error_code, std::size_t) {});
  }
  boost::beast::tcp_stream stream_;
  std::shared_ptr<const Routes> routes_;
  boost::beast::flat_buffer buffer_;
  Request request_;
  Response response_;
};

void acceptLoop(tcp::acceptor &acceptor, std::shared_ptr<const Routes> routes) {
  acceptor.async_accept([&acceptor, routes](boost::beast::error_code error, tcp::socket socket) {
    if (!error)
      std::make_shared<Session>(std::move(socket), routes)->read();
    acceptLoop(acceptor, routes);
  });
}

void serve(unsigned short port, Routes routes) {
  net::io_context context;
  tcp::acceptor acceptor(context, {tcp::v4(), port});
  acceptLoop(acceptor, std::make_shared<const Routes>(std::move(routes)));
  context.run();
}

// How often each page was asked for, which only some of them log.
template <class Derived> class Page {
public:
  void mount(Routes &routes) {
    auto *self = static_cast<Derived *>(this);
    routes.on(Derived::path(), [self](const Request &request, Response &response) {
      self->calls_++;
      self->show(request, response);
    });
  }

protected:
  unsigned long calls_ = 0; // near-miss: metric
};

class Votes : public Page<Votes> {
public:
  static const char *path() { return "/vote"; }
  void show(const Request &request, Response &response) {
    response.body() = std::to_string(++votes_[request.body()]);
  }

private:
  std::map<std::string, int> votes_; // finding: handler-state error "votes_"
};

class Echo : public Page<Echo> {
public:
  static const char *path() { return "/echo"; }
  void show(const Request &request, Response &response) {
    response.body() = request.body();
    std::clog << "echo " << calls_ << '\n';
  }
};

} // namespace

int main() {
  Votes votes;
  Echo echo;
  Routes routes;
  votes.mount(routes);
  echo.mount(routes);
  serve(8080, std::move(routes));
}
