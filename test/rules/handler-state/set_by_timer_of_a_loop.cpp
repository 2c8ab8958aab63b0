// What a timer puts down is no scratch of the requests that an own loop serves: the timer began before the
// loop, yet it does not run again for each request.
// packages: libboost-dev
#include <boost/asio.hpp>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <thread>

using boost::asio::ip::tcp;

class Watch {
public:
  explicit Watch(boost::asio::io_context &background) : again_(background) {
    routes_["/state"] = [this] { return state_; };
    look();
  }
  std::string answer(const std::string &route) {
    const auto found = routes_.find(route);
    return found == routes_.end() ? "" : found->second();
  }

private:
  void look() {
    again_.expires_after(std::chrono::seconds(15));
    again_.async_wait([this](boost::system::error_code) {
      state_ = std::filesystem::exists("/run/upstream") ? "up" : "down";
      look();
    });
  }

  boost::asio::steady_timer again_;
  std::string state_ = "unknown"; // finding: handler-state warning "state_"
  std::map<std::string, std::function<std::string()>> routes_;
};

int main() {
  boost::asio::io_context background, serving;
  Watch watch(background);
  std::thread thread([&background] { background.run(); });
  tcp::acceptor acceptor(serving, {tcp::v4(), 8080});
  for (;;) {
    tcp::socket peer(serving);
    acceptor.accept(peer);
    char path[256];
    const std::size_t length = peer.read_some(boost::asio::buffer(path));
    boost::asio::write(peer, boost::asio::buffer(watch.answer(std::string(path, length))));
  }
}
