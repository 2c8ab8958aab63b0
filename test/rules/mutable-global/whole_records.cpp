// Records that are replaced as a whole, and read by their parts.
#include <cstring>
#include <httplib.h>
#include <mutex>
#include <string>

struct Entry {
  char name[32];
  int score;
};

static Entry best;         // finding: mutable-global error "best"
static Entry latest;       // finding: mutable-global error "latest"
static Entry scratch;      // near-miss: filled before it is read
static std::mutex lock;    // near-miss: synchronisation

static Entry parse(const std::string &text) {
  Entry entry = {};
  std::strncpy(entry.name, text.c_str(), sizeof entry.name - 1);
  entry.score = int(text.size());
  return entry;
}

int main() {
  httplib::Server server;
  server.Post("/score", [](const httplib::Request &request, httplib::Response &response) {
    Entry entry = parse(request.body);
    std::lock_guard<std::mutex> hold(lock);
    if (entry.score > best.score)
      std::memcpy(&best, &entry, sizeof best);
    std::string before = latest.name;
    latest = entry;
    std::memcpy(&scratch, &entry, sizeof scratch);
    response.set_content(before + best.name + scratch.name, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
