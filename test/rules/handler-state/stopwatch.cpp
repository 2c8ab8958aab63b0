// A stopwatch, and what hangs on it: whether the upkeep is due. Beside it what visitors have written.
// packages: libcpp-httplib-dev
#include <chrono>
#include <cstdio>
#include <httplib.h>
#include <mutex>
#include <string>
#include <unistd.h>
#include <vector>

class Stopwatch {
public:
  using Clock = std::chrono::steady_clock;
  Stopwatch() : start_(Clock::now()) {}
  void restart() { start_ = Clock::now(); }
  std::chrono::milliseconds elapsed() const { return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start_); }
  bool hasExpired(std::chrono::milliseconds span) const { return elapsed() > span; }

private:
  Clock::time_point start_; // near-miss: a stopwatch's
};

class Guestbook {
public:
  void sign(const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock_);
    if (sinceUpkeep_.hasExpired(std::chrono::minutes(5))) {
      trim();
      sinceUpkeep_.restart();
    }
    pages_.push_back(req.body);
    res.status = 204;
  }
  void read(const httplib::Request &, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock_);
    if (sinceLog_.elapsed() > std::chrono::seconds(30)) {
      std::fprintf(stderr, "%zu pages\n", pages_.size());
      sinceLog_.restart();
    }
    std::string all;
    for (const std::string &page : pages_)
      all += page + "\n";
    res.set_content(all, "text/plain");
  }

private:
  void trim() {
    if (pages_.size() > 1000)
      pages_.erase(pages_.begin(), pages_.begin() + 500);
  }

  std::mutex lock_;
  std::vector<std::string> pages_; // finding: handler-state|static-cache "pages_"
  Stopwatch sinceUpkeep_;          // near-miss: whether the upkeep is due
  Stopwatch sinceLog_;             // near-miss: whether a line in the log is due
};

int main() {
  Guestbook book;
  httplib::Server server;
  server.Post("/sign", [&book](const httplib::Request &req, httplib::Response &res) { book.sign(req, res); });
  server.Get("/", [&book](const httplib::Request &req, httplib::Response &res) { book.read(req, res); });
  server.listen("0.0.0.0", 8080);
}
