// Objects that start-up puts into a table in pairs, and that requests change: the table is the state,
// whatever local pointed to them when they were made.
// packages: libcpp-httplib-dev
#include <fstream>
#include <httplib.h>
#include <map>
#include <string>
#include <unordered_map>

class Game {
public:
  explicit Game(const std::string &log) : log_(log) {}
  void say(const std::string &text) {
    log_ += text;
    ++turn_;
  }
  std::string tell() const { return log_ + std::to_string(turn_); }

private:
  std::string log_; // near-miss: in the table
  int turn_ = 0;    // near-miss: in the table
};

class Coordinator {
public:
  void load() {
    std::ifstream in("/etc/games");
    std::string key, log;
    while (in >> key >> log) {
      Game *game = new Game(log);
      game->say("restored");
      games_.insert({key, game});
    }
  }
  Game *find(const std::string &key) {
    const auto found = games_.find(key);
    return found == games_.end() ? nullptr : found->second;
  }
  void create(const std::string &key) {
    Game *game = new Game("");
    games_.insert({key, game});
  }

private:
  std::unordered_map<std::string, Game *> games_; // finding: handler-state error "games_"
};

int main() {
  Coordinator coordinator;
  coordinator.load();
  httplib::Server server;
  server.Post("/create", [&coordinator](const httplib::Request &req, httplib::Response &) { coordinator.create(req.body); });
  server.Post("/say", [&coordinator](const httplib::Request &req, httplib::Response &res) {
    if (Game *game = coordinator.find(req.get_param_value("game"))) {
      game->say(req.body);
      res.set_content(game->tell(), "text/plain");
    }
  });
  server.listen("0.0.0.0", 8080);
}
