// Pointers that are set once: lazily, the null written first, or by a thread of start-up; and one that is replaced.
// packages: libcpp-httplib-dev
// flags: -std=c++17
#include <httplib.h>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

class Prices {
public:
  explicit Prices(std::string currency) : currency_(std::move(currency)) {}
  std::string text() const { return currency_; }

private:
  std::string currency_;
};

static std::shared_ptr<Prices> lazily; // near-miss: made by whoever is first
static std::shared_ptr<Prices> inside; // near-miss: made by its thread before all else
static std::shared_ptr<Prices> replaced; // finding: mutable-global error
static std::mutex making;

static std::shared_ptr<Prices> prices() {
  making.lock();
  if (nullptr == lazily) {
    lazily = static_cast<std::shared_ptr<Prices>>(new Prices("EUR"));
  }
  making.unlock();
  return lazily;
}

int main() {
  std::thread([] {
    inside = std::make_shared<Prices>("USD");
    httplib::Server ready;
    ready.Get("/ready", [](const httplib::Request &, httplib::Response &res) { res.status = 204; });
    ready.listen("0.0.0.0", 8081);
  }).detach();
  httplib::Server server;
  server.Get("/prices",
             [](const httplib::Request &, httplib::Response &res) { res.set_content(prices()->text(), "text/plain"); });
  server.Put("/prices", [](const httplib::Request &req, httplib::Response &res) {
    replaced = std::make_shared<Prices>(req.body);
    res.set_content(replaced->text(), "text/plain");
  });
  server.Get("/replaced",
             [](const httplib::Request &, httplib::Response &res) { res.set_content(replaced->text(), "text/plain"); });
  server.Get("/dollars",
             [](const httplib::Request &, httplib::Response &res) { res.set_content(inside->text(), "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
