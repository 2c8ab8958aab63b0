#include "state.h"
#include "work.h"
#include <cstdlib>
#include <httplib.h>

int main(int argc, char **argv) {
  if (argc > 1)
    region = argv[1];
  httplib::Server server;
  server.Post("/work", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(work(req.body) + std::to_string(nextSerial()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
