// What only a destructor and a method that nobody calls look at, and what a request asks.
#include <cstdio>
#include <httplib.h>
#include <string>

class Lamp {
public:
  ~Lamp() {
    if (lit_)
      std::puts("dark");
  }
  void light() { lit_ = true; }
  bool lit() const { return lit_; } // nobody calls it

private:
  bool lit_ = false; // near-miss: nobody asks
};

class Bell {
public:
  void ring() { rung_ = true; }
  bool rung() const { return rung_; }

private:
  bool rung_ = false; // finding: handler-state error "rung_"
};

int main() {
  Lamp lamp;
  Bell bell;
  httplib::Server server;
  server.Post("/light", [&](const httplib::Request &, httplib::Response &) {
    lamp.light();
    bell.ring();
  });
  server.Get("/bell", [&](const httplib::Request &, httplib::Response &response) {
    response.set_content(bell.rung() ? "rung" : "quiet", "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
