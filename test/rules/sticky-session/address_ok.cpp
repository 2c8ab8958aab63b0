// The client's address is compared, counted and looked up in tables that were filled before serving.
// packages: libcpp-httplib-dev
#include <chrono>
#include <ctime>
#include <deque>
#include <fstream>
#include <httplib.h>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

class Regions {
public:
  explicit Regions(const char *path) {
    std::ifstream in(path);
    for (std::string prefix, name; in >> prefix >> name;)
      names_[prefix] = name;
  }
  std::string of(const std::string &address) const {
    auto found = names_.upper_bound(address);
    return found == names_.begin() ? "" : std::prev(found)->second;
  }

private:
  std::map<std::string, std::string> names_;
};

class Limiter {
public:
  bool allow(const std::string &address) {
    std::lock_guard<std::mutex> hold(lock_);
    Window &window = windows_[address];
    auto now = std::chrono::steady_clock::now();
    if (now - window.since > std::chrono::minutes(1))
      window = {now, 0};
    return ++window.requests < 100;
  }

private:
  struct Window {
    std::chrono::steady_clock::time_point since;
    int requests = 0;
  };
  std::mutex lock_;
  std::map<std::string, Window> windows_; // finding: handler-state
};

// When the last requests came from there.
class Recent {
public:
  bool allow(const std::string &address) {
    std::lock_guard<std::mutex> hold(lock_);
    auto now = std::chrono::steady_clock::now();
    auto &times = times_[address];
    while (!times.empty() && now - times.front() > std::chrono::minutes(1))
      times.pop_front();
    times.push_back(now);
    return times.size() < 100;
  }

private:
  std::mutex lock_;
  std::map<std::string, std::deque<std::chrono::steady_clock::time_point>> times_; // finding: handler-state
};

// Until when nobody may come from there.
class Bans {
public:
  void ban(const std::string &address) {
    std::lock_guard<std::mutex> hold(lock_);
    banned_until_[address] = std::time(nullptr) + 3600;
  }
  bool banned(const std::string &address) {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = banned_until_.find(address);
    return found != banned_until_.end() && std::time(nullptr) < found->second;
  }

private:
  std::mutex lock_;
  std::map<std::string, std::time_t> banned_until_; // finding: handler-state
};

static std::set<std::string> banned; // finding: static-cache
static std::vector<std::string> visits; // finding: static-cache
static std::map<std::string, std::string> topics; // finding: static-cache

int main(int, char **argv) {
  Regions regions(argv[1]);
  const std::vector<std::string> mirrors = {"a", "b", "c"};
  Limiter limiter;
  Recent recent;
  Bans bans;
  httplib::Server server;
  server.Get("/", [&](const httplib::Request &req, httplib::Response &res) {
    if (banned.count(req.remote_addr) || !limiter.allow(req.remote_addr) || !recent.allow(req.remote_addr) || bans.banned(req.remote_addr)) {
      bans.ban(req.remote_addr);
      res.status = 403;
      return;
    }
    visits.push_back(req.remote_addr);
    std::map<std::string, std::string> answer;
    answer[req.remote_addr] = regions.of(req.remote_addr);
    size_t mirror = std::hash<std::string>{}(req.get_header_value("X-Real-IP")) % mirrors.size();
    res.set_content(answer[req.remote_addr] + mirrors[mirror], "text/plain");
  });
  server.Post("/ban", [](const httplib::Request &req, httplib::Response &) { banned.insert(req.body); });
  // Who it is, and not where from: the address is part of a name.
  server.Post("/topic", [](const httplib::Request &req, httplib::Response &res) {
    std::string prefix = req.get_param_value("nick") + "@" + req.remote_addr;
    topics[prefix] = req.body;
    res.set_content(topics[prefix], "text/plain");
  });
  server.Get("/visits", [](const httplib::Request &, httplib::Response &res) {
    res.set_content(visits.empty() ? "" : visits.back(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
