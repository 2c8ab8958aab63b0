// What lies in the entries of a table belongs to the table; what a lock guards
// is no lock; sorting pointers moves nothing but them.
#include <algorithm>
#include <condition_variable>
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

class Dice {
public:
  int roll() {
    thrown_ += 1; // in an object of an entry
    return int(thrown_ % 6) + 1;
  }

private:
  unsigned thrown_ = 0;
};

class Game {
public:
  Game() : dice_(std::make_unique<Dice>()) {}
  int play() { return dice_->roll(); }

private:
  std::unique_ptr<Dice> dice_;
};

class Account {
public:
  void deposit(long cents) {
    std::lock_guard<std::mutex> lock(mutex_);
    cents_ += cents;
  }
  long balance() const {
    std::lock_guard<std::mutex> lock(mutex_);
    return cents_;
  }

private:
  mutable std::mutex mutex_;
  long cents_ = 0;
};

class Gate { // near-miss: a counting semaphore
public:
  void enter() {
    std::unique_lock<std::mutex> lock(mutex_);
    freed_.wait(lock, [this] { return left_ > 0; });
    --left_;
  }
  void leave() {
    std::lock_guard<std::mutex> lock(mutex_);
    ++left_;
    freed_.notify_one();
  }

private:
  std::mutex mutex_;
  std::condition_variable freed_;
  int left_ = 4;
};

struct Place {
  std::string name;
  double distance = 0;
};

class Service {
public:
  explicit Service(std::vector<Place> places) : places_(std::move(places)) {}
  int play(const std::string &id) {
    auto &game = games_[id];
    if (!game)
      game = std::make_shared<Game>();
    return game->play();
  }
  void pay(const std::string &iban, long cents) { account(iban)->deposit(cents); }
  long balance(const std::string &iban) { return account(iban)->balance(); }
  std::string nearest() const {
    std::vector<const Place *> found;
    for (const Place &p : places_)
      found.push_back(&p);
    std::sort(found.begin(), found.end(),
              [](auto *a, auto *b) { return a->distance < b->distance; });
    return found.empty() ? "" : found.front()->name;
  }

private:
  std::shared_ptr<Account> account(const std::string &iban) {
    std::lock_guard<std::mutex> lock(mutex_);
    auto &slot = accounts_[iban];
    if (!slot)
      slot = std::make_shared<Account>();
    return slot;
  }
  std::mutex mutex_;
  std::vector<Place> places_; // near-miss: only pointers to them are sorted
  std::map<std::string, std::shared_ptr<Game>> games_;       // finding: handler-state error "games_"
  std::map<std::string, std::shared_ptr<Account>> accounts_; // finding: handler-state error "accounts_"
};

int main() {
  Service service({{"here", 0}, {"there", 1}});
  Gate gate;
  httplib::Server server;
  server.Post("/play", [&](const httplib::Request &req, httplib::Response &res) {
    gate.enter();
    res.set_content(std::to_string(service.play(req.body)), "text/plain");
    gate.leave();
  });
  server.Post("/pay", [&](const httplib::Request &req, httplib::Response &res) {
    service.pay(req.body, 100);
    res.set_content(std::to_string(service.balance(req.body)), "text/plain");
  });
  server.Get("/nearest", [&](const httplib::Request &, httplib::Response &res) {
    res.set_content(service.nearest(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
