// How much was done, and how fast at best: for log lines, or for a client.
// packages: libcpp-httplib-dev
#include <ctime>
#include <httplib.h>
#include <iostream>
#include <string>

double busy = 0;       // near-miss: only logged
int handled = 0;       // near-miss: only logged
double fastest = 0;    // near-miss: only compared with itself, and logged
double record = 0;     // finding: mutable-global error
long longest = 0;      // finding: mutable-global error

static void done(std::clock_t begun) {
  double took = double(std::clock() - begun) / CLOCKS_PER_SEC;
  busy += took;
  ++handled;
  double rate = handled / busy;
  if (rate > fastest)
    fastest = rate;
  std::cout << handled << " requests, " << busy / handled << " s each, at best " << fastest << " a second\n";
}

int main() {
  httplib::Server server;
  server.Get("/work", [](const httplib::Request &req, httplib::Response &res) {
    std::clock_t begun = std::clock();
    double points = std::stod(req.get_param_value("points"));
    if (points > record)
      record = points;
    res.set_content("the record is " + std::to_string(record), "text/plain");
    if (long(req.path.size()) > longest) {
      longest = long(req.path.size());
      res.status = 201;
    }
    done(begun);
  });
  server.listen("0.0.0.0", 8080);
}
