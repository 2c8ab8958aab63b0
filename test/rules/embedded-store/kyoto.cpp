// Kyoto Cabinet: a shipped file opened for reading, and the store.
// packages: libkyotocabinet-dev, libcpp-httplib-dev
#include <httplib.h>
#include <kcpolydb.h>
#include <string>

namespace kc = kyotocabinet;

int main() {
  kc::HashDB shipped;
  if (!shipped.open("/usr/share/synonyms/base.kch", kc::HashDB::OREADER))
    return 1;
  kc::PolyDB learned;
  if (!learned.open("/var/lib/synonyms/learned.kch", kc::PolyDB::OWRITER | kc::PolyDB::OCREATE)) // finding: embedded-store error
    return 1;
  httplib::Server server;
  server.Put("/word", [&](const httplib::Request &req, httplib::Response &) {
    std::string out;
    if (!shipped.get(req.body, &out))
      learned.set(req.body, req.body);
  });
  server.listen("0.0.0.0", 8080);
}
