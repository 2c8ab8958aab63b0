// A generic map with a janitor thread is one datum, at the variable that holds it.
#include <atomic>
#include <chrono>
#include <httplib.h>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
template <class Key, class Value> class ExpiringMap {
public:
  ExpiringMap() : janitor_([this] { sweep(); }) {}
  ~ExpiringMap() { over_ = true; janitor_.join(); }
  void put(const Key &key, Value value) { std::lock_guard<std::mutex> hold(lock_); entries_[key] = {std::move(value), std::chrono::steady_clock::now()}; }
  std::optional<Value> get(const Key &key) {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = entries_.find(key);
    return found == entries_.end() ? std::nullopt : std::optional<Value>(found->second.first);
  }
private:
  void sweep() {
    while (!over_) {
      std::this_thread::sleep_for(std::chrono::seconds(1));
      std::lock_guard<std::mutex> hold(lock_);
      std::erase_if(entries_, [](const auto &one) { return std::chrono::steady_clock::now() - one.second.second > std::chrono::minutes(1); });
    }
  }
  std::mutex lock_;
  std::unordered_map<Key, std::pair<Value, std::chrono::steady_clock::time_point>> entries_;
  std::atomic<bool> over_{false};
  std::thread janitor_;
};
int main() {
  ExpiringMap<std::string, std::string> offers; // finding: handler-state "offers"
  httplib::Server server;
  server.Put("/o", [&offers](const httplib::Request &req, httplib::Response &) { offers.put(req.path, req.body); });
  server.Get("/o", [&offers](const httplib::Request &req, httplib::Response &res) { res.set_content(offers.get(req.path).value_or(""), "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
