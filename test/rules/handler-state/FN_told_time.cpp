// How long a race has taken is told to whoever asks.
// reason: a class that only keeps when it was started is taken for a clock, whatever its time is used for
// packages: libcpp-httplib-dev
#include <chrono>
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>

class Stopwatch {
public:
  void restart() { start_ = std::chrono::steady_clock::now(); }
  std::chrono::seconds elapsed() const { return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start_); }
private:
  std::chrono::steady_clock::time_point start_;
};
class Deadline {
public:
  void extend(std::chrono::seconds by) { ends_ += by; }
  bool over() const { return std::chrono::system_clock::now() > ends_; }
private:
  std::chrono::system_clock::time_point ends_ = std::chrono::system_clock::now(); // finding: handler-state
};
class Desk {
public:
  void ask(const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock_);
    Stopwatch &since = since_[req.get_param_value("user")];
    if (since.elapsed() < std::chrono::seconds(5)) { res.status = 429; return; }
    since.restart();
    deadline_.extend(std::chrono::seconds(60));
    race_.restart();
    res.set_content("ok", "text/plain");
  }
  void time(const httplib::Request &, httplib::Response &res) { res.set_content(std::to_string(race_.elapsed().count()), "text/plain"); }
  void bid(const httplib::Request &, httplib::Response &res) { res.status = deadline_.over() ? 409 : 200; }
private:
  std::mutex lock_;
  std::map<std::string, Stopwatch> since_; // finding: handler-state|session-in-process|static-cache
  Deadline deadline_;
  Stopwatch race_; // finding: handler-state
};
int main() {
  Desk desk;
  httplib::Server server;
  server.Get("/ask", [&desk](const httplib::Request &req, httplib::Response &res) { desk.ask(req, res); });
  server.Get("/time", [&desk](const httplib::Request &req, httplib::Response &res) { desk.time(req, res); });
  server.Get("/bid", [&desk](const httplib::Request &req, httplib::Response &res) { desk.bid(req, res); });
  server.listen("0.0.0.0", 8080);
}
