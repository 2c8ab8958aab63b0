// Entries put into a table as pairs: the table is the state, what its entries hold belongs to it,
// whether a request made them or the clock.
#include <atomic>
#include <chrono>
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

class Player {
public:
  Player(int id, std::string name) : id_(id), name_(std::move(name)) {}
  void hit(int points) { score_ += points; }
  void rename(std::string name) { name_ = std::move(name); }
  std::string shown() const { return std::to_string(id_) + " " + name_ + " " + std::to_string(score_) + "\n"; }

private:
  int id_;
  std::string name_; // near-miss: an entry of the table
  int score_ = 0;    // near-miss: so is this
};

class Arena {
public:
  Arena() : ticker_([this] { tick(); }) {}
  ~Arena() {
    over_ = true;
    ticker_.join();
  }
  void enter(int id, const std::string &name) {
    auto player = std::make_shared<Player>(id, name);
    std::lock_guard<std::mutex> hold(lock_);
    players_.insert({id, player});
  }
  void hit(int id, int points) {
    std::lock_guard<std::mutex> hold(lock_);
    if (auto found = players_.find(id); found != players_.end())
      found->second->hit(points);
  }
  void rename(int id, const std::string &name) {
    std::lock_guard<std::mutex> hold(lock_);
    if (auto found = players_.find(id); found != players_.end())
      found->second->rename(name);
  }
  void renameOutside(int id, const std::string &name) {
    if (std::shared_ptr<Player> player = one(id))
      player->rename(name);
  }
  std::string table() {
    std::lock_guard<std::mutex> hold(lock_);
    std::string shown;
    for (const auto &[id, player] : players_)
      shown += player->shown();
    return shown;
  }

private:
  std::shared_ptr<Player> one(int id) {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = players_.find(id);
    return found == players_.end() ? nullptr : found->second;
  }
  // Two players of the house join every minute.
  void tick() {
    for (int number = -1; !over_; number -= 2) {
      {
        auto player = std::make_shared<Player>(number, "house");
        std::lock_guard<std::mutex> hold(lock_);
        players_.insert({number, player});
        players_.insert(std::make_pair(number - 1, std::make_shared<Player>(number - 1, "guest")));
      }
      std::this_thread::sleep_for(std::chrono::minutes(1));
    }
  }

  std::mutex lock_;
  std::map<int, std::shared_ptr<Player>> players_; // finding: handler-state|static-cache error "players_"
  std::atomic<bool> over_{false};
  std::thread ticker_;
};

int main() {
  Arena arena;
  httplib::Server server;
  server.Post("/enter", [&arena](const httplib::Request &req, httplib::Response &) {
    arena.enter(std::stoi(req.get_param_value("id")), req.get_param_value("name"));
  });
  server.Post("/hit", [&arena](const httplib::Request &req, httplib::Response &) { arena.hit(std::stoi(req.get_param_value("id")), 10); });
  server.Post("/rename", [&arena](const httplib::Request &req, httplib::Response &) {
    arena.rename(std::stoi(req.get_param_value("id")), req.get_param_value("name"));
  });
  server.Post("/title", [&arena](const httplib::Request &req, httplib::Response &) {
    arena.renameOutside(std::stoi(req.get_param_value("id")), req.get_param_value("name"));
  });
  server.Get("/table", [&arena](const httplib::Request &, httplib::Response &res) { res.set_content(arena.table(), "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
