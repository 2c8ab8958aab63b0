// Accounts are looked up by the name that a session has kept: records of their own, no session's data.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>

struct User {
  std::string name, password;
};

static std::mutex guard;
static std::map<std::string, User> users;          // finding: static-cache error "users"
static std::map<std::string, std::string> visits;  // finding: session-in-process error "visits"

int main() {
  httplib::Server server;
  server.Post("/users", [](const httplib::Request &req, httplib::Response &) {
    std::lock_guard<std::mutex> hold(guard);
    users[req.get_param_value("name")] = {req.get_param_value("name"), req.get_param_value("password")};
    visits[req.body] = req.get_param_value("name");
  });
  server.Get("/me", [](const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(guard);
    auto found = users.find(req.get_header_value("X-Session-Token"));
    auto visit = visits.find(req.get_header_value("X-Session-Token"));
    if (found != users.end() && visit != visits.end())
      res.set_content(found->second.name + visit->second, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
