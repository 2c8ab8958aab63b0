// std::atomic_flag is a lock; what it guards is not.
// packages: libcpp-httplib-dev
#include <atomic>
#include <httplib.h>
#include <string>

static std::atomic_flag busy = ATOMIC_FLAG_INIT; // near-miss: a lock
static std::string last;                         // finding: mutable-global error

static void swap(const httplib::Request &req, httplib::Response &res) {
  while (busy.test_and_set(std::memory_order_acquire)) {
  }
  res.set_content(last, "text/plain");
  last = req.body;
  busy.clear(std::memory_order_release);
}

int main() {
  httplib::Server server;
  server.Post("/swap", swap);
  server.listen("0.0.0.0", 8080);
}
