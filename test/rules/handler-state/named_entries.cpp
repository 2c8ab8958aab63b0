// Entries that are read by names which are written down are there; who reads by
// a name that the client sends adds to the map.
// packages: libcpp-httplib-dev, nlohmann-json3-dev
#include <fstream>
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

int main() {
  nlohmann::json config = nlohmann::json::parse(std::ifstream("config.json")); // near-miss: only read
  std::map<std::string, std::string> seen;                                     // finding: handler-state error "seen"
  std::map<std::string, std::string> named = {{"greeting", "hello"}};          // near-miss: read by names
  httplib::Server server;
  server.Get("/limits", [&](const httplib::Request &req, httplib::Response &res) {
    const auto &limits = config["limits"];
    const auto &last = seen[req.get_param_value("user")];
    const std::string &greeting = named["greeting"];
    res.set_content(limits.dump() + last + greeting, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
