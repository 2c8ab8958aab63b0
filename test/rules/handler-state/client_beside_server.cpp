// A client of another service beside the server: what its own socket says is no request.
// packages: libboost-dev
#include <boost/asio.hpp>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>

namespace {

using tcp = boost::asio::ip::tcp;

class Feed {
public:
  explicit Feed(boost::asio::io_context &context) : socket_(context), resolver_(context) {}
  void connect(const std::string &host, const std::string &port) {
    auto endpoints = resolver_.resolve(host, port);
    boost::asio::async_connect(socket_, endpoints, [this](boost::system::error_code error, tcp::endpoint) {
      if (!error)
        read();
    });
  }

private:
  void read() {
    socket_.async_read_some(boost::asio::buffer(bytes_), [this](boost::system::error_code error, size_t n) {
      if (error)
        return;
      length_ += n;
      read();
    });
  }
  tcp::socket socket_;
  tcp::resolver resolver_;
  char bytes_[4096];  // near-miss: the connection's to the service
  size_t length_ = 0; // near-miss
};

// By the socket's own method.
class Probe {
public:
  explicit Probe(boost::asio::io_context &context) : socket_(context) {}
  void connect(const tcp::endpoint &endpoint) {
    socket_.async_connect(endpoint, [this](boost::system::error_code error) {
      if (!error)
        read();
    });
  }

private:
  void read() {
    socket_.async_read_some(boost::asio::buffer(bytes_), [this](boost::system::error_code error, size_t n) {
      if (error)
        return;
      length_ += n;
      read();
    });
  }
  tcp::socket socket_;
  char bytes_[64];
  size_t length_ = 0; // near-miss
};

class Session : public std::enable_shared_from_this<Session> {
public:
  Session(tcp::socket socket, std::map<std::string, int> &votes) : socket_(std::move(socket)), votes_(votes) {}
  void read() {
    socket_.async_read_some(boost::asio::buffer(bytes_),
                            [self = shared_from_this()](boost::system::error_code error, size_t n) {
                              if (error)
                                return;
                              ++self->votes_[std::string(self->bytes_, n)];
                              self->read();
                            });
  }

private:
  tcp::socket socket_;
  char bytes_[512]; // near-miss: the connection's
  std::map<std::string, int> &votes_;
};

void accept(tcp::acceptor &acceptor, std::map<std::string, int> &votes) {
  acceptor.async_accept([&](boost::system::error_code error, tcp::socket socket) {
    if (!error)
      std::make_shared<Session>(std::move(socket), votes)->read();
    accept(acceptor, votes);
  });
}

} // namespace

int main() {
  boost::asio::io_context context;
  Feed feed(context);
  feed.connect(std::getenv("FEED_HOST"), std::getenv("FEED_PORT"));
  Probe probe(context);
  probe.connect(tcp::endpoint(boost::asio::ip::make_address(std::getenv("PROBE_ADDRESS")), 9000));
  tcp::acceptor acceptor(context, tcp::endpoint(tcp::v4(), 8001));
  std::map<std::string, int> votes; // finding: handler-state error "votes"
  accept(acceptor, votes);
  context.run();
}
