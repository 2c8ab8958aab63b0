#include <httplib.h>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>

class Store {
public:
  void put(const std::string &text) {
    last_put_ = std::chrono::steady_clock::now();
    ++puts_;
    size_ = size_ + static_cast<long>(text.size());
    ++sold_;
  }
  long puts() const { return puts_; }
  long size() const { return size_; }
  long sold() const { return sold_.load(); }

private:
  std::chrono::steady_clock::time_point last_put_; // near-miss: nothing reads it
  long puts_ = 0; // an accessor hands it out, to a log only
  long size_ = 0;
  std::atomic<long> sold_{0}; // finding: handler-state error "sold_"
};

static std::atomic<long> served{0}; // said once, on the way out

static void farewell() { std::fprintf(stderr, "%ld served\n", served.load()); }

struct Totals {
  long orders = 0; // finding: handler-state error "orders"
  long refunds = 0;
};

class Ledger {
public:
  void order() { totals_.orders += 1; }
  Totals totals() const { return totals_; } // read as a whole

private:
  Totals totals_;
};

int main() {
  std::atexit(farewell);
  Store store;
  Ledger ledger;
  httplib::Server server;
  server.Post("/", [&](const httplib::Request &q, httplib::Response &r) {
    ++served;
    store.put(q.body);
    ledger.order();
    if (store.puts() % 100 == 0)
      std::clog << store.puts() << " puts, " << store.size() << " bytes\n";
    r.set_content(std::to_string(store.sold()), "text/plain");
  });
  server.Get("/totals", [&](const httplib::Request &, httplib::Response &r) {
    r.set_content(std::to_string(ledger.totals().orders), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
