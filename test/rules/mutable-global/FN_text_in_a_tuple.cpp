// Texts in a tuple and a pair that one request sets and another shows.
// reason: a text that std::get hands straight to a call is not seen as read
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <string>
#include <tuple>
#include <utility>

static std::tuple<std::string, int> motto{"", 0}; // finding: mutable-global
static std::pair<std::string, int> title{"", 0};  // finding: mutable-global

int main() {
  httplib::Server server;
  server.Put("/motto", [](const httplib::Request &req, httplib::Response &) {
    motto = {req.body, 1};
    title = {req.body, 1};
  });
  server.Get("/motto", [](const httplib::Request &, httplib::Response &res) {
    res.set_content(std::get<0>(motto) + std::get<0>(title), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
