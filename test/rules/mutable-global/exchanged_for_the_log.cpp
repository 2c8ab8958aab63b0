// A counter that a thread takes out and prints each minute is a metric.
// packages: libcpp-httplib-dev
#include <atomic>
#include <chrono>
#include <cstdio>
#include <httplib.h>
#include <thread>

static std::atomic<unsigned> asked{0}; // near-miss: only the log shows it

int main() {
  std::thread log([] {
    for (;;) {
      std::this_thread::sleep_for(std::chrono::minutes(1));
      unsigned n = asked.exchange(0);
      std::printf("%u requests\n", n);
    }
  });
  httplib::Server server;
  server.Get("/", [](const httplib::Request &, httplib::Response &res) {
    ++asked;
    res.set_content("here", "text/plain");
  });
  server.listen("0.0.0.0", 8080);
  log.join();
}
