// `auto &entry = table[key]` after a look-up adds nothing; what goes through the
// reference does, and so does the look-up's failure.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <map>
#include <string>
#include <vector>

using Table = std::map<std::string, std::vector<int>>;
static Table asked;  // near-miss: only read after a look-up
static Table grown;  // finding: static-cache error|warning "grown"
static Table made;   // finding: static-cache error|warning "made"
static Table missed; // finding: static-cache error|warning "missed"

static int sizeOf(const std::string &name) {
  if (!asked.count(name))
    throw name;
  std::vector<int> &entry = asked[name];
  return int(entry.size());
}

int main() {
  asked["start"].push_back(1);
  missed["start"].push_back(1);
  httplib::Server server;
  server.Get("/", [](const httplib::Request &req, httplib::Response &res) {
    int size = sizeOf(req.body);
    if (grown.count(req.body)) {
      auto &entry = grown[req.body];
      entry.push_back(size);
    }
    auto &entry = made[req.body];
    size += int(entry.size());
    if (missed.find(req.body) == missed.end()) {
      auto &first = missed[req.body];
      first.push_back(size);
    }
    res.set_content(std::to_string(size), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
