// What a call fills and says so is no state for who asks right after it; a breaker says how a service fares; what a
// metrics page shows is a metric, whoever else shows it. What is assigned through a reference is what that refers to.
// packages: libcpp-httplib-dev libpq-dev
#include <atomic>
#include <httplib.h>
#include <postgresql/libpq-fe.h>
#include <string>

namespace accounts {

struct Found {
  std::string mail; // near-miss: filled before each use
  std::string role; // near-miss
};

thread_local Found found;
static std::string lastName; // finding: mutable-global error "lastName"

static bool find(PGconn *db, const std::string &name) {
  const char *const values[] = {name.c_str()};
  PGresult *rows = PQexecPrepared(db, "find", 1, values, nullptr, nullptr, 0);
  bool any = false;
  if (PQntuples(rows) > 0) {
    found.mail = PQgetvalue(rows, 0, 0);
    found.role = PQgetvalue(rows, 0, 1);
    any = true;
  }
  PQclear(rows);
  return any;
}

static std::string mail() { return found.mail; }
static std::string role() { return found.role; }

} // namespace accounts

class CircuitBreaker {
public:
  bool allows() const { return failures_ < 5 || ++probes_ % 10 == 0; }
  void failed() { ++failures_; }
  void worked() { failures_ = 0; }

private:
  int failures_ = 0;       // near-miss: how the database fares
  mutable int probes_ = 0; // near-miss
};

static std::atomic<long> answered{0}; // near-miss: a metric
static std::atomic<long> tickets{0};  // finding: mutable-global error "tickets"

static const char *blocked(size_t &length) {
  static std::string names; // near-miss: read once
  static size_t size = 0;   // near-miss: only told
  if (names.empty()) {
    names = "root admin";
    size = names.size();
  }
  length = size;
  return names.c_str();
}

int main() {
  PGconn *db = PQconnectdb("");
  CircuitBreaker breaker;
  httplib::Server server;
  server.Post("/login", [&](const httplib::Request &req, httplib::Response &res) {
    ++answered;
    if (!breaker.allows())
      return;
    if (accounts::find(db, req.body)) {
      breaker.worked();
      accounts::lastName = req.body;
      res.set_content(accounts::mail() + " " + accounts::role(), "text/plain");
    } else {
      breaker.failed();
    }
  });
  server.Get("/last", [](const httplib::Request &, httplib::Response &res) { res.set_content(accounts::lastName, "text/plain"); });
  server.Get("/ticket", [](const httplib::Request &, httplib::Response &res) { res.set_content(std::to_string(++tickets), "text/plain"); });
  server.Get("/blocked", [](const httplib::Request &, httplib::Response &res) {
    size_t length = 0;
    const char *names = blocked(length);
    res.set_content(std::string(names, length), "text/plain");
  });
  server.Get("/about", [](const httplib::Request &, httplib::Response &res) {
    std::string text = "a server of " + std::to_string(answered.load()) + " answers";
    res.set_content(text, "text/plain");
  });
  server.Get("/metrics", [](const httplib::Request &, httplib::Response &res) {
    res.set_content("answers_total " + std::to_string(answered.load()) + "\ntickets_total " + std::to_string(tickets.load()),
                    "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
