// Numbers that only a report in the log, or the metrics page, shows; also the
// last so many samples of them.
#include <atomic>
#include <chrono>
#include <cstdint>
#include <httplib.h>
#include <mutex>
#include <spdlog/spdlog.h>
#include <sstream>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

class Numbers {
public:
  void count(uint64_t took) {
    requests_++;
    total_ += took;
    keep(samples_, took);
    keep(recent_, took);
  }
  void report() const {
    uint64_t n = requests_.load();
    uint64_t total = total_.load();
    double average = n > 0 ? static_cast<double>(total) / static_cast<double>(n) : 0.0;
    spdlog::info("requests: {}, average {} us", n, average);
  }
  std::string page() const {
    std::ostringstream out;
    out << "# TYPE took_microseconds summary\n";
    out << "took_microseconds{quantile=\"0.5\"} " << middle(samples_) << "\n";
    return out.str();
  }
  uint64_t slowest() const {
    uint64_t most = 0;
    for (uint64_t took : recent_)
      most = took > most ? took : most;
    return most;
  }

private:
  void keep(std::vector<uint64_t> &samples, uint64_t took) {
    samples.push_back(took);
    if (samples.size() > 1000)
      samples.erase(samples.begin());
  }
  static uint64_t middle(const std::vector<uint64_t> &samples) {
    return samples.empty() ? 0 : samples[samples.size() / 2];
  }

  std::atomic<uint64_t> requests_{0}; // near-miss: only reported
  std::atomic<uint64_t> total_{0};    // near-miss: only reported
  std::vector<uint64_t> samples_;     // near-miss: only on the metrics page
  std::vector<uint64_t> recent_;      // finding: handler-state error "recent_"
};

static std::mutex lock;
static std::unordered_map<const httplib::Request *, std::chrono::steady_clock::time_point> started; // near-miss: one request's own
static std::unordered_map<std::string, std::chrono::steady_clock::time_point> seen; // finding: static-cache error "seen"

static void timeRequests(httplib::Server &server) {
  server.set_pre_routing_handler([](const httplib::Request &req, httplib::Response &) {
    std::lock_guard<std::mutex> hold(lock);
    started[&req] = std::chrono::steady_clock::now();
    seen[req.path] = std::chrono::steady_clock::now();
    return httplib::Server::HandlerResponse::Unhandled;
  });
  server.set_logger([](const httplib::Request &req, const httplib::Response &) {
    std::lock_guard<std::mutex> hold(lock);
    auto found = started.find(&req);
    if (found == started.end())
      return;
    spdlog::info("{} took {} us", req.path, (std::chrono::steady_clock::now() - found->second).count() / 1000);
    started.erase(found);
  });
}

int main() {
  Numbers numbers;
  httplib::Server server;
  std::thread reporter([&numbers] {
    while (true) {
      std::this_thread::sleep_for(std::chrono::seconds(60));
      numbers.report();
    }
  });
  server.Get("/work", [&numbers](const httplib::Request &, httplib::Response &res) {
    numbers.count(17);
    res.set_content("done", "text/plain");
  });
  timeRequests(server);
  server.Get("/seen", [](const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock);
    res.set_content(seen.count(req.body) ? "yes" : "no", "text/plain");
  });
  server.Get("/slowest", [&numbers](const httplib::Request &, httplib::Response &res) {
    res.set_content(std::to_string(numbers.slowest()), "text/plain");
  });
  server.Get("/metrics", [&numbers](const httplib::Request &, httplib::Response &res) {
    res.set_content(numbers.page(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
