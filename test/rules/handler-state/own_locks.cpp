// A lock of one's own counts who reads; a number like it that the client gets is none.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>

class Catalogue {
public:
  std::string find(const std::string &key) {
    lockForReading();
    auto found = entries_.find(key);
    std::string text = found == entries_.end() ? "" : found->second;
    unlockFromReading();
    return text;
  }
  std::string order() {
    std::lock_guard<std::mutex> hold(counting_);
    if (++ordered_ == 1)
      writing_.lock();
    return "order " + std::to_string(ordered_);
  }

private:
  void lockForReading() {
    counting_.lock();
    if (++readers_ == 1)
      writing_.lock();
    counting_.unlock();
  }
  void unlockFromReading() {
    counting_.lock();
    if (--readers_ == 0)
      writing_.unlock();
    counting_.unlock();
  }
  std::map<std::string, std::string> entries_;
  std::mutex counting_, writing_;
  int readers_ = 0; // near-miss: who holds the lock
  int ordered_ = 0; // finding: handler-state error
};

int main() {
  Catalogue catalogue;
  httplib::Server server;
  server.Get("/entry", [&](const httplib::Request &req, httplib::Response &res) {
    res.set_content(catalogue.find(req.get_param_value("key")), "text/plain");
  });
  server.Post("/order",
              [&](const httplib::Request &, httplib::Response &res) { res.set_content(catalogue.order(), "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
