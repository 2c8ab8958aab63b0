// Counters that only a branch for the statistics page shows, and one that decides.
// packages: libcpp-httplib-dev
#include <atomic>
#include <cstring>
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

class Desk { // numbers the orders wherever it is not asked for statistics
public:
  void handle(const httplib::Request &req, httplib::Response &res) {
    if (req.path == "/stats") {
      show(res);
    } else {
      long n = ++orders_;
      res.set_content("order number " + std::to_string(n), "text/plain");
    }
  }
  void show(httplib::Response &res);

private:
  std::atomic<long> orders_{0}; // finding: handler-state error
};

class Kiosk {
public:
  void handle(const httplib::Request &req, httplib::Response &res) {
    if (req.path != "/stats") {
      ++orders_;
      res.set_content("order number " + std::to_string(orders_), "text/plain");
    }
    if (strcmp(req.path.c_str(), "/health") == 0)
      res.set_content("asked " + std::to_string(asked_), "text/plain");
    ++asked_;
  }

private:
  std::atomic<long> orders_{0}; // finding: handler-state error
  std::atomic<long> asked_{0};  // near-miss: shown on the health page alone
};

int main() {
  Shop shop;
  Desk desk;
  Kiosk kiosk;
  httplib::Server server;
  server.Get(".*", [&](const httplib::Request &req, httplib::Response &res) { shop.handle(req, res); });
  server.Get("/desk.*", [&](const httplib::Request &req, httplib::Response &res) { desk.handle(req, res); });
  server.Get("/kiosk.*", [&](const httplib::Request &req, httplib::Response &res) { kiosk.handle(req, res); });
  server.listen("0.0.0.0", 8080);
}
