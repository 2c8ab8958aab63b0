// Rate limits, sequence numbers and de-duplication sets are state: the answer depends on
// which process gave it.
#include <chrono>
#include <httplib.h>
#include <map>
#include <mutex>
#include <set>
#include <string>

class RateLimiter {
public:
  static RateLimiter &instance() {
    static RateLimiter limiter;
    return limiter;
  }
  bool allow(const std::string &key) {
    std::lock_guard<std::mutex> hold(lock_);
    return ++used_[key] <= 100;
  }

private:
  std::mutex lock_;
  std::map<std::string, int> used_; // finding: static-cache error "used_"
};

static std::set<std::string> processed; // finding: static-cache error "processed"
static long sequence = 0;               // finding: mutable-global error "sequence"

int main() {
  httplib::Server server;
  server.Post("/pay", [](const httplib::Request &req, httplib::Response &res) {
    if (!RateLimiter::instance().allow(req.get_param_value("plan"))) {
      res.status = 429;
      return;
    }
    if (!processed.insert(req.get_header_value("Idempotency-Key")).second) {
      res.status = 409;
      return;
    }
    res.set_content(std::to_string(++sequence), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
