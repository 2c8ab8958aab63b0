// A library's headers copied beside the project's own: what its objects are made of is not the project's state.
// packages: libcpp-httplib-dev
#include "lib/rocksdb/status.h"
#include "outcome.h"
#include <httplib.h>
#include <string>

class Store {
public:
  std::string put(const std::string &value) {
    outcome_ = Outcome(int(value.size()));
    if (!value.empty())
      status_ = rocksdb::Status(value == "bad");
    return status_.ok() && outcome_.good() ? "stored" : "not stored";
  }
  std::string last() const { return status_.ok() ? "ok" : outcome_.good() ? "good" : "failed"; }

private:
  rocksdb::Status status_; // near-miss: what the last call said
  Outcome outcome_;
};

int main() {
  Store store;
  httplib::Server server;
  server.Put("/value", [&](const httplib::Request &req, httplib::Response &res) {
    res.set_content(store.put(req.body), "text/plain");
  });
  server.Get("/last",
             [&](const httplib::Request &, httplib::Response &res) { res.set_content(store.last(), "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
