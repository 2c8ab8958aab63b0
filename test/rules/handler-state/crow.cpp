// Crow: routes by macro, a middleware named as template argument, a WebSocket's members.
#include <crow.h>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>

struct Quota {
  std::unordered_map<std::string, int> left; // finding: handler-state|static-cache error "left"
  std::string realm = "shop";
  struct context {
    int remaining = 0;
  };
  void before_handle(crow::request &req, crow::response &res, context &ctx) {
    ctx.remaining = --left[req.remote_ip_address];
    if (ctx.remaining < 0)
      res = crow::response(429, realm);
  }
  void after_handle(crow::request &, crow::response &, context &ctx) { ctx.remaining = 0; }
};

struct Prices {
  const std::unordered_map<std::string, int> all = {{"tea", 3}};
  int of(const std::string &what) const {
    auto it = all.find(what);
    return it == all.end() ? 0 : it->second;
  }
};

int main() {
  crow::App<Quota> app;
  Prices prices;
  int orders = 0; // finding: handler-state error "orders"
  std::mutex mutex;
  std::set<crow::websocket::connection *> watchers; // finding: handler-state|session-in-process error "watchers"

  CROW_ROUTE(app, "/price")([&prices](const crow::request &req) {
    return crow::response(std::to_string(prices.of(req.url)));
  });
  CROW_ROUTE(app, "/order").methods(crow::HTTPMethod::Post)([&](const crow::request &req) {
    std::lock_guard lock(mutex);
    std::string number = req.body + "-" + std::to_string(++orders);
    for (auto *watcher : watchers)
      watcher->send_text(number);
    return crow::response(201, number);
  });
  CROW_WEBSOCKET_ROUTE(app, "/watch")
      .onopen([&](crow::websocket::connection &c) {
        std::lock_guard lock(mutex);
        watchers.insert(&c);
      })
      .onclose([&](crow::websocket::connection &c, const std::string &) {
        std::lock_guard lock(mutex);
        watchers.erase(&c);
      });
  app.port(8080).multithreaded().run();
}
