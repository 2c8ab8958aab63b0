// Tables that only start-up fills and requests look up by operator[]; the books of an allocator of one's own; a flag
// by pointer; a number that a metrics page sends with its headers; what is no flag though it says "run".
// packages: libcpp-httplib-dev
#include <atomic>
#include <cstdlib>
#include <functional>
#include <httplib.h>
#include <map>
#include <memory>
#include <string>
#include <thread>

static char arena[1 << 20];
static char *unused = arena;                 // near-miss: an allocator's
static std::size_t room = sizeof arena;      // near-miss
static std::size_t asked = 0;                // finding: mutable-global error "asked"

static void *arena_alloc(std::size_t size) {
  asked += size;
  if (size > room)
    return std::malloc(size);
  void *got = unused;
  unused += size;
  room -= size;
  return got;
}

class Router {
public:
  Router() {
    routes_["up"] = [](const std::string &text) { return text + "!"; };
    routes_["down"] = [](const std::string &text) { return text + "?"; };
  }
  bool knows(const std::string &name) const { return routes_.count(name) != 0; }
  std::string route(const std::string &name, const std::string &text) {
    if (!knows(name))
      return "";
    ++used_[name];
    return routes_[name](text) + std::to_string(used_[name]);
  }

private:
  std::map<std::string, std::function<std::string(const std::string &)>> routes_; // near-miss: filled at start-up
  std::map<std::string, int> used_; // finding: handler-state error "used_"
};

class Lamps {
public:
  Lamps() : running_(std::make_shared<std::atomic<bool>>(true)), thread_([this] { loop(); }) {}
  void pattern(const std::string &name) {
    pattern_ = name;
    firstPatternRun_ = true;
  }
  void stop() { *running_ = false; }
  std::string shown() const { return pattern_; }

private:
  void loop() {
    while (*running_) {
      if (firstPatternRun_)
        std::system("lamps reset");
      firstPatternRun_ = false;
      std::this_thread::sleep_for(std::chrono::milliseconds(40));
    }
  }
  std::string pattern_;                      // finding: handler-state error "pattern_"
  bool firstPatternRun_ = false;             // finding: handler-state error "firstPatternRun_"
  std::shared_ptr<std::atomic<bool>> running_; // near-miss: ends the loop
  std::thread thread_;
};

int main() {
  Router router;
  Lamps lamps;
  std::atomic<long> answers{0}; // near-miss: a metric
  httplib::Server server;
  server.Post("/route", [&](const httplib::Request &req, httplib::Response &res) {
    ++answers;
    auto *text = new (arena_alloc(sizeof(std::string))) std::string(router.route(req.get_param_value("name"), req.body));
    res.set_content(*text + std::to_string(asked), "text/plain");
    text->~basic_string();
  });
  server.Post("/pattern", [&](const httplib::Request &req, httplib::Response &res) {
    lamps.pattern(req.body);
    res.status = 204;
  });
  server.Get("/pattern", [&](const httplib::Request &, httplib::Response &res) { res.set_content(lamps.shown(), "text/plain"); });
  server.Delete("/pattern", [&](const httplib::Request &, httplib::Response &) { lamps.stop(); });
  server.Get("/raw", [&](const httplib::Request &, httplib::Response &res) {
    char text[128];
    std::snprintf(text, sizeof text, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nanswers_total %ld\n", answers.load());
    res.set_content(text, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
