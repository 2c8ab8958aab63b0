// A file that a request writes and reads back itself, and one that only a tool of the build wrote.
#include <fstream>
#include <httplib.h>
#include <string>

static int roundTrip(const std::string &id) {
  std::string path = "/var/lib/shop/trip-" + id;
  {
    std::ofstream out(path); // finding: local-file-write error
    out << id.size();
  }
  std::ifstream in(path);
  int n = 0;
  in >> n;
  return n;
}

static std::string shipped(const std::string &name) {
  std::ifstream in("/usr/share/shop/texts/" + name);
  std::string word;
  in >> word;
  return word;
}

int main() {
  httplib::Server server;
  server.Get("/trip", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(std::to_string(roundTrip(req.get_param_value("id"))) + shipped("hello"), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
