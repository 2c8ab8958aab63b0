// Writes that reach a global through references, pointers and helper functions.
#include <cstdio>
#include <cstring>
#include <httplib.h>
#include <string>

static int orders = 0;       // finding: mutable-global error "orders"
static int refunds = 0;      // finding: mutable-global error "refunds"
static int complaints = 0;   // finding: mutable-global error "complaints"
static int visits = 0;       // finding: mutable-global error "visits"
static int transfers = 0;    // finding: mutable-global error "transfers"
static double rate = 1.0;    // finding: mutable-global error "rate"
static std::string slogan;   // finding: mutable-global error "slogan"
static char last_path[256];  // finding: mutable-global error "last_path"
static int parsed = 0;       // finding: mutable-global error "parsed"
static int chosen_a = 0;     // finding: mutable-global error "chosen_a"
static int chosen_b = 0;     // finding: mutable-global error "chosen_b"

static void bump(int &n) { ++n; }
static void bumpPointer(int *n) { *n += 1; }
static void bumpTwice(int *n) {
  bumpPointer(n);
  bumpPointer(n);
}
static int &visitCounter() { return visits; }
static double *ratePointer() { return &rate; }
static void take(std::string &target, const std::string &value) { target = value; }
template <typename T> void increment(T &value) { value = value + 1; }

int main() {
  httplib::Server server;
  server.Post("/orders", [](const httplib::Request &req, httplib::Response &res) {
    int &alias = orders;
    alias++;
    bump(refunds);
    bumpTwice(&complaints);
    visitCounter() = static_cast<int>(req.body.size());
    *ratePointer() = 1.5;
    increment(transfers);
    take(slogan, req.body);
    std::strncpy(last_path, req.path.c_str(), sizeof last_path - 1);
    std::sscanf(req.body.c_str(), "%d", &parsed);
    int *slot = req.path.empty() ? &chosen_a : &chosen_b;
    *slot = 7;
    res.set_content(std::to_string(orders + refunds + complaints + visits + transfers + parsed +
                                   chosen_a + chosen_b) + slogan + last_path + std::to_string(rate),
                    "text/plain");
  });
  server.Get("/orders", [](const httplib::Request &, httplib::Response &res) {
    res.set_content(std::to_string(visits + parsed + chosen_a + chosen_b) + slogan + last_path +
                        std::to_string(rate),
                    "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
