// served: a chain of functions per path; plugins before, after and around; a class of handlers.
#include <cstdio>
#include <functional>
#include <map>
#include <mutex>
#include <served.hpp>
#include <string>
#include <vector>

static std::vector<std::string> seen; // finding: static-cache|mutable-global error "seen"
static int depth = 0;                 // finding: mutable-global error "depth"
static int logged = 0;                // near-miss: only a log line shows it
static std::string banner;            // near-miss: set before serving

class Customers {
public:
  void read(served::response &res, const served::request &req) {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = customers_.find(req.params["id"]);
    if (found == customers_.end())
      res.set_status(404);
    else
      res << found->second;
  }
  void add(served::response &res, const served::request &req) {
    std::lock_guard<std::mutex> hold(lock_);
    std::string id = std::to_string(++last_);
    customers_[id] = req.body();
    res.set_header("Location", "/customers/" + id);
  }
  void remove(served::response &, const served::request &req) {
    std::lock_guard<std::mutex> hold(lock_);
    customers_.erase(req.params["id"]);
  }

private:
  std::mutex lock_;                              // near-miss: synchronisation
  std::map<std::string, std::string> customers_; // finding: handler-state error "customers_"
  int last_ = 0;                                 // finding: handler-state error "last_"
};

int main(int argc, char **argv) {
  banner = argc > 1 ? argv[1] : "hello";
  served::multiplexer mux;
  Customers customers;
  int hits = 0; // finding: handler-state error "hits"
  mux.use_before([](served::response &, served::request &req) { seen.push_back(req.header("User-Agent")); });
  mux.use_after([](served::response &, const served::request &) { std::printf("%d answered\n", ++logged); });
  mux.use_wrapper([](served::response &res, served::request &, std::function<void()> inner) {
    res.set_header("X-Depth", std::to_string(++depth));
    inner();
  });
  mux.handle("/hello").get([&hits](served::response &res, const served::request &) {
    res << banner + " " + std::to_string(++hits) + seen.front();
  });
  mux.handle("/customers").post([&customers](served::response &res, const served::request &req) {
    customers.add(res, req);
  });
  mux.handle("/customers/{id}")
      .get(std::bind(&Customers::read, &customers, std::placeholders::_1, std::placeholders::_2))
      .del([&](served::response &res, const served::request &req) {
        std::string id = req.params["id"]; // near-miss: the request's own
        customers.remove(res, req);
        res << id;
      });
  served::net::server server("127.0.0.1", "8080", mux);
  server.run(10);
}
