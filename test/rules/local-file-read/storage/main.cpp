#include "storage.h"
#include <cstdlib>
#include <httplib.h>
int main() {
  const char *folder = std::getenv("STORAGE");
  Storage storage(folder ? folder : "/var/lib/storage");
  httplib::Server server;
  server.Put(R"(/v/(\w+))", [&storage](const httplib::Request &req, httplib::Response &) {
    storage.put(req.matches[1], std::to_string(req.params.size()));
  });
  server.Get(R"(/v/(\w+))", [&storage](const httplib::Request &req, httplib::Response &res) {
    res.set_content(storage.get(req.matches[1]) + storage.motto(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
