#include <httplib.h>
#include <string>

class Totals {
public:
  void add(int Totals::*which, int n) { this->*which += n; }
  void handle(const httplib::Request &req, httplib::Response &res) {
    add(&Totals::orders_, static_cast<int>(req.body.size()));
    res.set_content(std::to_string(orders_), "text/plain");
  }

private:
  int orders_ = 0; // finding: handler-state error "orders_"
};

int main() {
  Totals totals;
  httplib::Server server;
  server.Post("/", [&totals](const httplib::Request &req, httplib::Response &res) { totals.handle(req, res); });
  server.listen("0.0.0.0", 8080);
}
