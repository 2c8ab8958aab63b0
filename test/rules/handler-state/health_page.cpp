// Numbers that a health controller shows, by accessors of another class; a player's health is none.
// packages: libcpp-httplib-dev
#include <atomic>
#include <httplib.h>
#include <string>

namespace {
std::atomic<long> authorized{0}; // near-miss: only the health page shows it
std::atomic<long> refused{0};    // near-miss
} // namespace

class Auth {
public:
  static bool check(const httplib::Request &req) {
    if (!req.has_header("Authorization")) {
      ++refused;
      return false;
    }
    ++authorized;
    return true;
  }
  static long authorizedCount() { return authorized.load(); }
  static long refusedCount() { return refused.load(); }
};

class HealthController {
public:
  void handle(httplib::Response &res) {
    res.set_content("{\"ok\": " + std::to_string(Auth::authorizedCount()) + ", \"refused\": " +
                        std::to_string(Auth::refusedCount()) + "}",
                    "application/json");
  }
};

class Player {
public:
  void hit() { --health_; }
  long getHealth() const { return health_; }

private:
  long health_ = 100; // finding: handler-state error "health_"
};

int main() {
  HealthController health;
  Player player;
  httplib::Server server;
  server.Get("/status", [&health](const httplib::Request &, httplib::Response &res) { health.handle(res); });
  server.Post("/hit", [&player](const httplib::Request &req, httplib::Response &res) {
    if (!Auth::check(req))
      return;
    player.hit();
    res.set_content(std::to_string(player.getHealth()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
