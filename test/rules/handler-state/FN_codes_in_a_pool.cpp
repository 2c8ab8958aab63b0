// Codes that were not given to anybody yet are known to this process alone.
// reason: a set called unused in a class called pool is taken for a list of spare things
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <mutex>
#include <set>
#include <string>

class CouponPool {
public:
  explicit CouponPool(int n) { for (int i = 0; i < n; ++i) unused_.insert("code" + std::to_string(i)); }
  std::string give() {
    std::lock_guard<std::mutex> hold(lock_);
    std::string one = *unused_.begin();
    unused_.erase(unused_.begin());
    used_.insert(one);
    return one;
  }
  bool valid(const std::string &code) {
    std::lock_guard<std::mutex> hold(lock_);
    return used_.count(code) != 0;
  }
private:
  std::mutex lock_;
  std::set<std::string> unused_; // finding: handler-state|static-cache
  std::set<std::string> used_;   // finding: handler-state|static-cache
};
int main() {
  CouponPool pool(100);
  httplib::Server server;
  server.Post("/give", [&pool](const httplib::Request &, httplib::Response &res) { res.set_content(pool.give(), "text/plain"); });
  server.Get("/valid", [&pool](const httplib::Request &req, httplib::Response &res) { res.status = pool.valid(req.get_param_value("c")) ? 200 : 404; });
  server.listen("0.0.0.0", 8080);
}
