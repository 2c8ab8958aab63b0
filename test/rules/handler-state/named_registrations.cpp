// A page is known by the name that it is registered under; what its numbers are worked out from goes
// with them.
// packages: libcpp-httplib-dev
#include <atomic>
#include <chrono>
#include <functional>
#include <httplib.h>
#include <map>
#include <string>

class Rate {
public:
  static Rate &instance() {
    static Rate rate;
    return rate;
  }
  void note() {
    const long now = std::chrono::steady_clock::now().time_since_epoch().count() / 1000000000;
    if (now != second_) {
      last_ = running_.load();
      running_ = 1;
      second_ = now;
    } else {
      running_++;
    }
  }
  long perSecond() const { return last_; }

private:
  std::atomic<long> second_{0};  // near-miss: only the page's number comes of it
  std::atomic<long> running_{0}; // near-miss
  std::atomic<long> last_{0};    // near-miss: only the page shows it
};

struct Counts {
  std::atomic<long> served{0};  // near-miss: only the page shows it
  std::atomic<long> tickets{0}; // finding: handler-state|mutable-global error "tickets"
};

static Counts counts;

class Tools {
public:
  void add(const std::string &name, std::function<std::string()> tool) { tools_[name] = std::move(tool); }
  std::string run(const std::string &name) const {
    const auto tool = tools_.find(name);
    return tool == tools_.end() ? "unknown" : tool->second();
  }

private:
  std::map<std::string, std::function<std::string()>> tools_;
};

int main() {
  Tools tools;
  tools.add("proxy-metrics", [] {
    return "{\"now\": " + std::to_string(Rate::instance().perSecond()) + ", \"all\": " +
           std::to_string(counts.served.load()) + "}";
  });
  tools.add("next-ticket", [] { return std::to_string(counts.tickets.fetch_add(1)); });
  httplib::Server server;
  server.Get("/tool", [&tools](const httplib::Request &req, httplib::Response &res) {
    Rate::instance().note();
    ++counts.served;
    res.set_content(tools.run(req.get_param_value("name")), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
