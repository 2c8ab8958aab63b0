// Counters that only a branch for the statistics page shows, and one that decides.
// packages: libcpp-httplib-dev
#include <atomic>
#include <httplib.h>
#include <string>

class Shop {
public:
  void handle(const httplib::Request &req, httplib::Response &res) {
    ++asked_;
    if (req.path == "/stats") {
      res.set_content("asked " + std::to_string(asked_), "text/plain");
      return;
    }
    if (req.path == "/orders") {
      ++orders_;
      res.set_content("order number " + std::to_string(orders_), "text/plain");
      return;
    }
    res.status = 404;
  }

private:
  std::atomic<long> asked_{0};  // near-miss: shown on the statistics page alone
  std::atomic<long> orders_{0}; // finding: handler-state error
};

int main() {
  Shop shop;
  httplib::Server server;
  server.Get(".*", [&](const httplib::Request &req, httplib::Response &res) { shop.handle(req, res); });
  server.listen("0.0.0.0", 8080);
}
