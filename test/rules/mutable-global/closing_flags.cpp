// Numbers that say that something is over, and decide what clients are told, steer no loop.
// packages: libcpp-httplib-dev
#include <httplib.h>

class Auction {
public:
  void close(const httplib::Request &, httplib::Response &res) { finished_ = 1; res.status = 204; }
  void reopen(const httplib::Request &, httplib::Response &res) { finished_ = 0; res.status = 204; }
  void bid(const httplib::Request &req, httplib::Response &res) {
    if (finished_) { res.status = 409; return; }
    res.set_content("noted " + req.body, "text/plain");
  }
private:
  int finished_ = 0; // finding: handler-state
};
static int weekend = 0;   // finding: mutable-global
static int sale_end = 0;  // finding: mutable-global
int main() {
  Auction a;
  httplib::Server server;
  server.Post("/close", [&a](const httplib::Request &req, httplib::Response &res) { a.close(req, res); });
  server.Post("/reopen", [&a](const httplib::Request &req, httplib::Response &res) { a.reopen(req, res); });
  server.Post("/bid", [&a](const httplib::Request &req, httplib::Response &res) { a.bid(req, res); });
  server.Post("/w", [](const httplib::Request &, httplib::Response &) { weekend = 1; sale_end = 1; });
  server.Get("/w", [](const httplib::Request &, httplib::Response &res) { res.set_content(weekend ? "rest" : sale_end ? "over" : "work", "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
