#include <httplib.h>
#include <atomic>
#include <memory>
#include <string>

// What an accessor hands out is read where its result is.
static bool &maintenance() {
  static bool flag = false; // finding: mutable-global error "flag"
  return flag;
}

struct Features {
  bool checkout = false;
};
static std::shared_ptr<const Features> features = std::make_shared<Features>(); // finding: mutable-global error "features"

int main() {
  httplib::Server server;
  server.Put("/maintenance", [](const httplib::Request &q, httplib::Response &r) {
    bool &flag = maintenance();
    flag = q.body == "on";
    r.set_content(flag ? "on" : "off", "text/plain");
  });
  server.Put("/features", [](const httplib::Request &q, httplib::Response &) {
    auto next = std::make_shared<Features>();
    next->checkout = q.body == "new";
    std::atomic_store(&features, std::shared_ptr<const Features>(next));
  });
  server.Get("/", [](const httplib::Request &, httplib::Response &r) {
    if (maintenance()) {
      r.status = 503;
      return;
    }
    auto now = std::atomic_load(&features);
    r.set_content(now->checkout ? "new" : "old", "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
