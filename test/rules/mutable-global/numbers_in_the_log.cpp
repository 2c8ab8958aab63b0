// A number that only marks the lines of one request in the log is no data.
// packages: libcpp-httplib-dev
#include <cstdio>
#include <httplib.h>
#include <sstream>
#include <string>

static std::string nextMark() {
  static int mark = 0; // near-miss: only the log shows it
  std::stringstream text;
  text << "0000" << mark;
  std::string all = text.str();
  ++mark;
  return all.substr(all.size() - 5);
}

struct Exchange {
  std::string mark = nextMark();
  std::string path;
};

int main() {
  httplib::Server server;
  server.Get("/.*", [](const httplib::Request &req, httplib::Response &res) {
    Exchange exchange;
    exchange.path = req.path;
    std::fprintf(stderr, "%s %s\n", exchange.mark.c_str(), exchange.path.c_str());
    res.set_content("found", "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
