// Numbers that only say how long a request waits, and one that says what it gets.
// packages: libcpp-httplib-dev
#include <atomic>
#include <chrono>
#include <httplib.h>
#include <iostream>
#include <string>
#include <thread>
#include <unistd.h>

class Rehearsal { // answers as slowly as it is told
public:
  void slow(const httplib::Request &, httplib::Response &res) {
    bool sleeps = asked_.fetch_add(1) % 2 == 0;
    std::clog << "asked";
    if (sleeps)
      std::clog << ", sleeps";
    std::clog << std::endl;
    res.set_content("done", "text/plain");
    if (sleeps)
      usleep(1000);
  }
  void set(const httplib::Request &req, httplib::Response &) { delay_ = std::stoi(req.body); }
  void delayed(const httplib::Request &, httplib::Response &res) {
    std::this_thread::sleep_for(std::chrono::milliseconds(delay_.load()));
    res.set_content("done", "text/plain");
  }
  void alternate(const httplib::Request &, httplib::Response &res) {
    bool second = turn_.fetch_add(1) % 2 == 1;
    if (second)
      usleep(1000);
    res.set_content(second ? "second" : "first", "text/plain");
  }
  void limited(const httplib::Request &, httplib::Response &res) {
    bool tooMany = answered_.fetch_add(1) > 100;
    if (tooMany) {
      res.status = 429;
      usleep(1000);
    }
  }

private:
  std::atomic<int> asked_{0};    // near-miss: only says who waits, and a log line
  std::atomic<int> delay_{0};    // near-miss: only says how long
  std::atomic<int> turn_{0};     // finding: handler-state error
  std::atomic<int> answered_{0}; // finding: handler-state error
};

int main() {
  Rehearsal rehearsal;
  httplib::Server server;
  server.Get("/slow", [&](const httplib::Request &req, httplib::Response &res) { rehearsal.slow(req, res); });
  server.Put("/delay", [&](const httplib::Request &req, httplib::Response &res) { rehearsal.set(req, res); });
  server.Get("/delayed", [&](const httplib::Request &req, httplib::Response &res) { rehearsal.delayed(req, res); });
  server.Get("/turn", [&](const httplib::Request &req, httplib::Response &res) { rehearsal.alternate(req, res); });
  server.Get("/limited", [&](const httplib::Request &req, httplib::Response &res) { rehearsal.limited(req, res); });
  server.listen("0.0.0.0", 8080);
}
