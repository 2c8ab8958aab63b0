// A pool of connections that says of each whether it is lent, and takes it back when the pointer goes.
// packages: libpqxx-dev, libcpp-httplib-dev
#include <atomic>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <pqxx/pqxx>
#include <string>
#include <vector>

class connection_pool {
public:
  explicit connection_pool(std::string address) : address_(std::move(address)) {}
  std::shared_ptr<pqxx::connection> acquire() {
    std::lock_guard<std::mutex> hold(lock_);
    for (auto &info : connections_)
      if (!info.acquired->exchange(true))
        return std::shared_ptr<pqxx::connection>(info.connection.get(), [acquired = info.acquired](pqxx::connection *) {
          acquired->store(false);
        });
    Info info{std::make_unique<pqxx::connection>(address_)};
    info.acquired->store(true);
    connections_.push_back(std::move(info));
    return std::shared_ptr<pqxx::connection>(connections_.back().connection.get(),
                                             [acquired = connections_.back().acquired](pqxx::connection *) {
                                               acquired->store(false);
                                             });
  }

private:
  struct Info {
    std::unique_ptr<pqxx::connection> connection;
    std::shared_ptr<std::atomic<bool>> acquired = std::make_shared<std::atomic<bool>>(false); // near-miss: lent or not
  };
  std::string address_;
  std::vector<Info> connections_; // near-miss: handles
  std::mutex lock_;
};

int main() {
  connection_pool pool(std::getenv("DATABASE"));
  pool.acquire(); // the first one, before anybody asks
  httplib::Server server;
  server.Get("/stock", [&](const httplib::Request &, httplib::Response &res) {
    auto connection = pool.acquire();
    pqxx::work work(*connection);
    res.set_content(work.exec("select sum(n) from stock")[0][0].as<std::string>(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
