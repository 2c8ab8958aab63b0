// Mechanisms that only their use tells: gauges, counters for a log line, nesting depth, free lists, reconnecting.
// packages: libcpp-httplib-dev
#include <array>
#include <atomic>
#include <chrono>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <vector>

static std::atomic<double> latency{0};
static std::atomic<double> quota{1}; // finding: mutable-global error "quota"
static unsigned long seen = 0;
static unsigned long every = 0; // finding: mutable-global error "every"
static thread_local int depth = 0;
static std::ostringstream audit; // finding: mutable-global|static-cache error "audit"

struct Span {
  Span() { ++depth; }
  ~Span() { --depth; }
  bool outermost() const { return depth == 1; }
};

class BufferPool {
  std::mutex mutex_;
  std::vector<std::unique_ptr<std::array<char, 4096>>> free_;

public:
  std::unique_ptr<std::array<char, 4096>> take() {
    std::lock_guard lock(mutex_);
    if (free_.empty())
      return std::make_unique<std::array<char, 4096>>();
    auto buffer = std::move(free_.back());
    free_.pop_back();
    return buffer;
  }
  void give(std::unique_ptr<std::array<char, 4096>> buffer) {
    std::lock_guard lock(mutex_);
    free_.push_back(std::move(buffer));
  }
};

class Backend {
  std::string url_;
  std::unique_ptr<httplib::Client> client_;
  bool connected_ = false;
  int attempts_ = 0;

public:
  explicit Backend(std::string url) : url_(std::move(url)) {}
  std::string fetch(const std::string &path) {
    if (!connected_ && attempts_ < 5) {
      client_ = std::make_unique<httplib::Client>(url_);
      ++attempts_;
      connected_ = true;
    }
    auto answer = client_->Get(path);
    if (!answer) {
      connected_ = false;
      return "";
    }
    attempts_ = 0;
    return answer->body;
  }
};

int main(int argc, char **argv) {
  httplib::Server server;
  static BufferPool pool;
  static Backend backend(argc > 1 ? argv[1] : "");
  server.Get("/item", [](const httplib::Request &req, httplib::Response &res) {
    Span span;
    auto begin = std::chrono::steady_clock::now();
    auto buffer = pool.take();
    if (++seen % 1000 == 0)
      std::fprintf(stderr, "%lu items\n", seen);
    if (++every % 10 == 0)
      res.status = 429;
    audit << req.path << '\n';
    quota.store(quota.load() / 2);
    res.set_content(backend.fetch(req.path) + std::to_string(quota.load()) + (span.outermost() ? "." : ""), "text/plain");
    pool.give(std::move(buffer));
    latency.store(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  });
  server.Get("/metrics", [](const httplib::Request &, httplib::Response &res) {
    res.set_content("latency " + std::to_string(latency.load()), "text/plain");
  });
  server.Get("/audit", [](const httplib::Request &, httplib::Response &res) { res.set_content(audit.str(), "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
