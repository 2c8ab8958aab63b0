// An object that a library is given as its base is asked; one that it is given
// as what it is, it may fill. Entries read by names that are written down.
// packages: libcpp-httplib-dev, nlohmann-json3-dev
#include <fstream>
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include <asked.h>

static tokens::Hmac verifier("key"); // near-miss: asked through its base
static tokens::Claims claims;        // finding: mutable-global error "claims"

int main() {
  nlohmann::json config = nlohmann::json::parse(std::ifstream("config.json")); // near-miss: only read
  std::map<std::string, std::string> seen;                                     // finding: handler-state error "seen"
  std::map<std::string, std::string> named = {{"greeting", "hello"}};          // near-miss: read by names
  httplib::Server server;
  server.Get("/limits", [&](const httplib::Request &req, httplib::Response &res) {
    const auto &limits = config["limits"];
    const auto &last = seen[req.get_param_value("user")];
    const std::string &greeting = named["greeting"];
    std::string before = claims.subject;
    if (!tokens::check(req.get_header_value("Authorization"), &verifier))
      return;
    tokens::read(req.get_header_value("Authorization"), &claims);
    res.set_content(limits.dump() + last + greeting + before + claims.subject, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
