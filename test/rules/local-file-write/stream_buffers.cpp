// A stream that is only opened to see whether it could be written changes nothing. Once something
// goes into it, it does.
#include <cstdlib>
#include <fstream>
#include <algorithm>
#include <iterator>
#include <httplib.h>
#include <string>

// Whether a folder that is mounted read-only on some machines can be written.
static bool writable(const std::string &path) {
  std::ofstream probe(path, std::ios::app); // near-miss: nothing is written
  return probe.is_open();
}

static bool openable(const std::string &path) {
  std::fstream probe;
  probe.open(path, std::ios::in | std::ios::out); // near-miss: no file is made, nothing is written
  return probe.good();
}

static bool marked(const std::string &path, const std::string &who) {
  std::ofstream mark(path, std::ios::app); // finding: local-file-write error
  if (!mark.is_open())
    return false;
  std::copy(who.begin(), who.end(), std::ostreambuf_iterator<char>(mark));
  return mark.good();
}

int main() {
  const std::string journal = std::getenv("JOURNAL");
  httplib::Server server;
  server.Get("/health", [journal](const httplib::Request &, httplib::Response &res) {
    res.status = writable(journal) && openable(journal) ? 204 : 503;
  });
  server.Post("/mark", [journal](const httplib::Request &req, httplib::Response &res) {
    res.status = marked(journal + ".marks", req.get_param_value("who")) ? 204 : 500;
  });
  server.listen("0.0.0.0", 8080);
}
