// The client names a file in the folder where requests put theirs.
// packages: libcpp-httplib-dev
#include <atomic>
#include <fstream>
#include <httplib.h>
#include <iterator>
#include <string>

static std::string contents(std::ifstream in) { return std::string(std::istreambuf_iterator<char>(in), {}); }

static std::string parked(const std::string &name) {
  std::ifstream in("voices/" + name); // finding: local-file-read error
  return contents(std::move(in));
}
static std::string page(const std::string &name) {
  std::ifstream in("pages/" + name);
  return contents(std::move(in));
}
static std::string sound(const std::string &name) {
  std::ifstream in("sounds/" + name);
  return contents(std::move(in));
}

int main() {
  httplib::Server server;
  server.Post("/", [](const httplib::Request &req, httplib::Response &) {
    const std::string id = req.get_param_value("id"), text = req.get_param_value("text");
    std::ofstream("voices/" + id + "_" + text + ".ogg") << text; // finding: local-file-write error
    std::ofstream("pages/counter") << text;                     // finding: local-file-write error
    std::ofstream("sounds/new/" + id + ".ogg") << text;         // finding: local-file-write error
  });
  server.Get("/", [](const httplib::Request &req, httplib::Response &res) {
    const std::string name = req.get_param_value("name");
    res.set_content(parked(name) + page(name) + sound(name), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
