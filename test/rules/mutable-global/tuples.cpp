// A tuple is read where its parts are: what one visitor sets another is told. What main sets before it serves is not.
// packages: libcpp-httplib-dev
#include <cstdlib>
#include <httplib.h>
#include <mutex>
#include <string>
#include <tuple>
#include <utility>

static std::mutex lock;
static std::tuple<int, int, bool> hours{0, 0, true};     // finding: mutable-global "hours"
static std::pair<int, int> span{0, 0};                 // finding: mutable-global "span"
static std::tuple<std::string, int> house{"here", 0};  // near-miss: set before it serves

int main() {
  std::get<0>(house) = std::getenv("HOUSE") ? std::getenv("HOUSE") : "here";
  std::get<1>(house) = 7;
  httplib::Server server;
  server.Put("/hours", [](const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock);
    hours = std::make_tuple(std::atoi(req.body.c_str()), 17, true);
    res.status = 204;
  });
  server.Put("/span", [](const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock);
    span = {std::atoi(req.body.c_str()), 100};
    res.status = 204;
  });
  server.Get("/hours", [](const httplib::Request &, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock);
    res.set_content(std::to_string(std::get<0>(hours)) + (std::get<2>(hours) ? " at " : " not at ") + std::get<0>(house), "text/plain");
  });
  server.Get("/span", [](const httplib::Request &, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock);
    res.set_content(std::to_string(std::get<1>(span) - std::get<0>(span)) + std::to_string(std::get<1>(house)), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
