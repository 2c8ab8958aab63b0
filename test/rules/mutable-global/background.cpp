// A ticker thread that no request reaches changes what requests answer.
#include <atomic>
#include <chrono>
#include <httplib.h>
#include <string>
#include <thread>

static std::atomic<long> generation{0};  // finding: mutable-global warning "generation"
static std::atomic<int> todays_winner{0}; // finding: mutable-global warning "todays_winner"
static std::atomic<bool> stopping{false};

static void tick() {
  while (!stopping) {
    std::this_thread::sleep_for(std::chrono::seconds(10));
    ++generation;
    todays_winner = static_cast<int>(generation % 7);
  }
}

int main() {
  std::thread ticker(tick);
  httplib::Server server;
  server.Get("/generation", [](const httplib::Request &, httplib::Response &res) {
    res.set_content(std::to_string(generation.load()) + " " + std::to_string(todays_winner.load()),
                    "text/plain");
  });
  server.listen("0.0.0.0", 8080);
  stopping = true;
  ticker.join();
}
