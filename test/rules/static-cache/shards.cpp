#include <httplib.h>
#include <array>
#include <map>
#include <mutex>
#include <string>

struct Shard {
  std::mutex mutex;
  std::map<std::string, std::string> entries;
};

static std::array<Shard, 16> shards;             // finding: static-cache error "shards"
static std::map<std::string, int> votes[4];      // finding: static-cache error "votes"
static std::array<int, 4> hits;                  // finding: mutable-global error "hits"

static size_t slot(const std::string &key) { return std::hash<std::string>{}(key); }

int main() {
  httplib::Server server;
  server.Put("/(.*)", [](const httplib::Request &q, httplib::Response &r) {
    const std::string key = q.matches[1];
    Shard &shard = shards[slot(key) % shards.size()];
    std::lock_guard<std::mutex> lock(shard.mutex);
    shard.entries[key] = q.body;
    votes[slot(key) % 4][key] += 1;
    hits[slot(key) % 4] += 1;
    r.set_content(std::to_string(hits[0]), "text/plain");
  });
  server.Get("/(.*)", [](const httplib::Request &q, httplib::Response &r) {
    const std::string key = q.matches[1];
    Shard &shard = shards[slot(key) % shards.size()];
    auto found = shard.entries.find(key);
    r.set_content(found == shard.entries.end() ? "" : found->second, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
