// One of two programs of the same sources: it serves.
#include "numbers.h"
#include <httplib.h>
int main() {
  httplib::Server server;
  server.Get("/number", [](const httplib::Request &, httplib::Response &res) {
    res.set_content(std::to_string(nextNumber()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
