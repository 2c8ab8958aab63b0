// packages: libboost-dev
#include <boost/asio.hpp>
#include <deque>
#include <iostream>
#include <string>

using boost::asio::ip::tcp;

// A client serves nobody: what it reads from its server is no request.
class Client {
public:
  Client(boost::asio::io_context &io, const tcp::resolver::results_type &where) : io_(io), socket_(io) {
    boost::asio::async_connect(socket_, where, [this](boost::system::error_code ec, const tcp::endpoint &) {
      if (!ec)
        read();
    });
  }
  void write(const std::string &line) {
    boost::asio::post(io_, [this, line] {
      pending_.push_back(line);
      if (pending_.size() == 1)
        send();
    });
  }

private:
  void read() {
    boost::asio::async_read(socket_, boost::asio::buffer(data_), [this](boost::system::error_code ec, std::size_t n) {
      seen_ += n;
      if (!ec && seen_ < 4096)
        read();
    });
  }
  void send() {
    boost::asio::async_write(socket_, boost::asio::buffer(pending_.front()),
                             [this](boost::system::error_code, std::size_t) {
                               pending_.pop_front();
                               if (!pending_.empty())
                                 send();
                             });
  }
  boost::asio::io_context &io_;
  tcp::socket socket_;
  std::deque<std::string> pending_;
  char data_[512];
  std::size_t seen_ = 0;
};

int main(int argc, char **argv) {
  boost::asio::io_context io;
  tcp::resolver resolver(io);
  Client client(io, resolver.resolve(argv[1], argv[2]));
  std::thread runner([&io] { io.run(); });
  for (std::string line; std::getline(std::cin, line);)
    client.write(line);
  runner.join();
}
