// A count for the log, in a block from which calls may jump; one that decides what is done is none.
// packages: libcpp-httplib-dev
#include <exception>
#include <httplib.h>
#include <iostream>
#include <string>

static unsigned long handled = 0;
static unsigned long spared = 0; // finding: mutable-global error "spared"

static void handle(const std::string &body, httplib::Response &response) {
  try {
    response.set_content(std::to_string(std::stoi(body)), "text/plain");
    if (++handled % 1000 == 0)
      std::clog << handled << " handled\n";
    if (++spared % 1000 == 0)
      response.set_content("a free one", "text/plain");
  } catch (const std::exception &e) {
    std::cerr << e.what() << (body.empty() ? " (empty)\n" : "\n");
    response.status = 400;
  }
}

int main() {
  httplib::Server server;
  server.Post("/", [](const httplib::Request &q, httplib::Response &r) { handle(q.body, r); });
  server.listen("0.0.0.0", 8080);
}
