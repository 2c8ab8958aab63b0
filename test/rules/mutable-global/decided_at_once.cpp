// An exchange that decides what the visitor is told, in one expression.
// packages: libcpp-httplib-dev
#include <atomic>
#include <httplib.h>

static std::atomic<int> mode{0}; // finding: mutable-global error "mode"

int main() {
  httplib::Server server;
  server.Post("/freeze", [](const httplib::Request &, httplib::Response &res) {
    int expected = 0;
    res.status = mode.compare_exchange_strong(expected, 1) ? 200 : 409;
  });
  server.listen("0.0.0.0", 8080);
}
