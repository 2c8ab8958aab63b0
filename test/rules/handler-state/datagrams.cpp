// packages: libboost-dev
#include <boost/asio.hpp>
#include <map>
#include <string>

using boost::asio::ip::udp;

// Nothing listens, but whoever sends a datagram is a client.
class Clock {
public:
  explicit Clock(boost::asio::io_context &io, unsigned short port) : socket_(io, udp::endpoint(udp::v4(), port)) {
    receive();
  }

private:
  void receive() {
    socket_.async_receive_from(boost::asio::buffer(data_), from_, [this](boost::system::error_code, std::size_t n) {
      asked_[std::string(data_, n)] += 1;
      receive();
    });
  }
  udp::socket socket_;
  udp::endpoint from_;
  char data_[512];
  std::map<std::string, int> asked_; // finding: handler-state error "asked_"
};

int main() {
  boost::asio::io_context io;
  Clock clock(io, 37);
  io.run();
}
