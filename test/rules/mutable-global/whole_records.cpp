// Records that are replaced as a whole, and read by their parts.
#include <cstdlib>
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

struct Message {
  char *text;
  int length;
};

static Message message; // near-miss: put away and made anew for each request

static void free_text(char *text) { std::free(text); }

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
  server.Post("/echo", [](const httplib::Request &request, httplib::Response &response) {
    std::lock_guard<std::mutex> hold(lock);
    free_text(message.text);
    std::memset(&message, 0, sizeof message);
    message.text = strdup(request.body.c_str());
    message.length = int(request.body.size());
    response.set_content(message.text, message.length, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
