// What requests and a timer of the same program take from and lay anew by the same methods is shared state, no queue of work.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <chrono>
#include <functional>
#include <httplib.h>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace asio = boost::asio;

class Field {
public:
  void lay() {
    std::lock_guard<std::mutex> hold(lock_);
    places_.clear();
    for (int x = 0; x < 8; ++x)
      places_.push_back({x, 8 - x});
  }
  std::pair<int, int> take(size_t which) {
    std::lock_guard<std::mutex> hold(lock_);
    if (places_.empty())
      return {0, 0};
    auto place = places_[which % places_.size()];
    places_.erase(places_.cbegin() + long(which % places_.size()));
    return place;
  }

private:
  std::mutex lock_;
  std::vector<std::pair<int, int>> places_; // finding: static-cache|handler-state error "places_"
};

int main() {
  Field field;
  field.lay();
  asio::io_context io;
  asio::steady_timer clock(io);
  std::function<void()> tick = [&] {
    field.take(1); // the house plays, too
    field.lay();
    clock.expires_after(std::chrono::minutes(1));
    clock.async_wait([&](const boost::system::error_code &) { tick(); });
  };
  tick();
  std::thread runner([&] { io.run(); });
  httplib::Server server;
  server.Post("/join", [&](const httplib::Request &, httplib::Response &res) {
    auto [x, y] = field.take(3);
    res.set_content(std::to_string(x) + " " + std::to_string(y), "text/plain");
  });
  server.Post("/again", [&](const httplib::Request &, httplib::Response &) { field.lay(); });
  server.listen("0.0.0.0", 8080);
  runner.join();
}
