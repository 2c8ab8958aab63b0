// A list in the order of use with a table of its places, swept by a thread: what it takes out is no work.
#include <chrono>
#include <ctime>
#include <httplib.h>
#include <list>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>

struct Entry {
  std::string name, text;
  timespec dropped;
};

class Recent {
  using Order = std::list<Entry>;

public:
  void touch(const std::string &name, const std::string &text) {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = places_.find(name);
    if (found != places_.end())
      order_.erase(found->second);
    order_.push_front({name, text, {}});
    places_[name] = order_.begin();
  }
  void drop(const std::string &name) {
    auto place = places_[name];
    clock_gettime(CLOCK_MONOTONIC, &place->dropped); // changes an entry, and takes none
    order_.erase(place);
    places_.erase(name);
  }
  void sweep() {
    std::lock_guard<std::mutex> hold(lock_);
    int dropped = 0; // near-miss: of one run
    for (;;) {
      if (order_.size() < 1000 || dropped == 100)
        break;
      drop(order_.back().name);
      ++dropped;
    }
  }
  void clear() { // nobody calls it
    order_.clear();
    places_.clear();
  }

private:
  std::mutex lock_;
  Order order_;                                               // finding: handler-state|static-cache error "order_"
  std::unordered_map<std::string, Order::iterator> places_;   // finding: handler-state|static-cache error "places_"
};

int main() {
  Recent recent;
  std::thread sweeper([&] {
    for (;;) {
      std::this_thread::sleep_for(std::chrono::seconds(10));
      recent.sweep();
    }
  });
  httplib::Server server;
  server.Post("/text", [&](const httplib::Request &request, httplib::Response &response) {
    recent.touch(request.get_param_value("name"), request.body);
    response.status = 204;
  });
  server.listen("0.0.0.0", 8080);
  sweeper.join();
}
