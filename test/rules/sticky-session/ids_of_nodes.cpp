// Cookies that name the node by its environment; a memo by address that any other process would compute alike.
// packages: libcpp-httplib-dev
#include <cstdlib>
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>

static std::mutex lock;
static std::map<std::string, std::string> place_cache; // finding: static-cache warning

static std::string place(const std::string &address) {
  std::lock_guard<std::mutex> hold(lock);
  auto found = place_cache.find(address);
  if (found != place_cache.end())
    return found->second;
  std::string where = address.rfind("10.", 0) == 0 ? "inside" : "outside";
  place_cache.emplace(address, where);
  return where;
}

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &req, httplib::Response &res) {
    const char *node = std::getenv("NODE_ID");
    res.set_header("Set-Cookie", "node=" + std::string(node ? node : "0")); // finding: sticky-session error
    res.set_content(place(req.remote_addr), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
