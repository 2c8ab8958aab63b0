// `shop import` runs once and may write; `shop serve` may not.
#include "jobs.h"
#include <cstring>
#include <httplib.h>
int main(int argc, char **argv) {
  if (argc > 2 && !std::strcmp(argv[1], "import"))
    return importAll(argv[2]);
  httplib::Server server;
  server.Post("/snapshot", [](const httplib::Request &req, httplib::Response &) {
    snapshot(static_cast<int>(req.params.size()));
  });
  server.listen("0.0.0.0", 8080);
  return 0;
}
