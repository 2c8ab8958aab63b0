// A game restored at start-up: what lies in a table that requests change belongs to the table, however it came there.
// packages: libpqxx-dev, libcpp-httplib-dev
#include <condition_variable>
#include <fstream>
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <pqxx/pqxx>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

class Dog {
public:
  explicit Dog(std::string name) : name_(std::move(name)) {}
  void move(double by) { place_ += by; }
  double place() const { return place_; }
  const std::string &name() const { return name_; }

private:
  std::string name_;
  double place_ = 0;
};

class Field {
public:
  void add(std::shared_ptr<Dog> dog) { dogs_.push_back(std::move(dog)); }
  void removeFirst() { dogs_.erase(dogs_.begin()); }

private:
  std::vector<std::shared_ptr<Dog>> dogs_;
};

struct Player {
  std::string token;
  std::shared_ptr<Dog> dog;
};

class Game {
public:
  void load() {
    std::ifstream in("/etc/game/start");
    for (std::string name; std::getline(in, name);)
      join("first", name);
  }
  void join(const std::string &field, const std::string &name) {
    auto dog = std::make_shared<Dog>(name);
    auto &at = fields_[field];
    if (!at)
      at = std::make_shared<Field>();
    at->add(dog);
    players_.push_back({name + "!", dog});
  }
  Dog *find(const std::string &token) {
    for (auto &player : players_)
      if (player.token == token)
        return player.dog.get();
    return nullptr;
  }
  void tick() {
    if (!players_.empty())
      players_.erase(players_.begin());
    for (auto &[name, field] : fields_)
      field->removeFirst();
  }

private:
  std::map<std::string, std::shared_ptr<Field>> fields_; // finding: handler-state|static-cache error "fields_"
  std::vector<Player> players_; // finding: handler-state|static-cache|session-in-process error "players_"
};

class Connections {
public:
  explicit Connections(const char *url) {
    for (int i = 0; i < 4; ++i)
      all_.push_back(std::make_shared<pqxx::connection>(url));
  }
  std::shared_ptr<pqxx::connection> take() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return used_ < all_.size(); });
    return std::move(all_[used_++]);
  }
  long order() { // beside the pool, and for the clients
    std::lock_guard lock(mutex_);
    return ++order_;
  }
  void give(std::shared_ptr<pqxx::connection> connection) {
    std::lock_guard lock(mutex_);
    all_[--used_] = std::move(connection);
    returned_.notify_one();
  }

private:
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::shared_ptr<pqxx::connection>> all_;
  std::size_t used_ = 0;
  long order_ = 0; // finding: handler-state error "order_"
};

} // namespace

int main() {
  Game game;
  game.load();
  Connections connections(std::getenv("GAME_DB"));
  std::thread ticker([&] {
    for (;;) {
      std::this_thread::sleep_for(std::chrono::seconds(1));
      game.tick();
    }
  });
  httplib::Server server;
  server.Post("/join", [&](const httplib::Request &request, httplib::Response &) { game.join("first", request.body); });
  server.Post("/move", [&](const httplib::Request &request, httplib::Response &answer) {
    if (Dog *dog = game.find(request.body)) {
      dog->move(1.5);
      answer.set_content(dog->name() + std::to_string(dog->place()), "text/plain");
    }
    answer.set_header("Order", std::to_string(connections.order()));
    auto connection = connections.take();
    connections.give(std::move(connection));
  });
  server.listen("0.0.0.0", 8080);
}
