// A count that only decides when to log is a metric; a text that is emptied and
// written anew is scratch, whoever is handed it.
#include <atomic>
#include <cstdio>
#include <cstring>
#include <httplib.h>
#include <iostream>

static std::atomic<unsigned long> misses{0};
static unsigned long hits = 0;
static std::atomic<unsigned long> turns{0}; // finding: mutable-global error "turns"
static char page[256];
static char last[64]; // finding: mutable-global error "last"

static int render(char *buffer, unsigned size, int lines) {
  unsigned at = 0;
  buffer[0] = 0;
  for (int i = 0; i < lines && at < size; ++i)
    at += unsigned(std::snprintf(buffer + at, size - at, "%d\n", i));
  return int(at);
}

static void reply(httplib::Response &res, const char *text) {
  res.set_content(text, std::strlen(text), "text/plain");
}

int main() {
  httplib::Server server;
  server.Get("/count", [](const httplib::Request &, httplib::Response &res) {
    if (++misses % 1000 == 0)
      std::clog << "misses: " << misses << std::endl;
    if (++hits % 1000 == 0)
      std::clog << "hits: " << hits << std::endl;
    if (++turns % 10 == 0)
      res.set_content("you are the tenth", "text/plain");
  });
  server.Get("/page", [](const httplib::Request &req, httplib::Response &res) {
    if (req.path.empty())
      return reply(res, "none");
    render(page, sizeof page, 3);
    reply(res, page);
  });
  server.Get("/last", [](const httplib::Request &req, httplib::Response &res) {
    reply(res, last);
    std::strncpy(last, req.path.c_str(), sizeof last - 1);
  });
  server.listen("0.0.0.0", 8080);
}
