// A handler object of the program's own: what its methods change in request scope.
#include <array>
#include <atomic>
#include <functional>
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

struct Ledger {
  void book(int cents) {
    sum_ += cents;
    entries_.push_back(cents);
  }
  int sum() const { return sum_; }
  size_t count() const { return entries_.size(); }

private:
  int sum_ = 0;               // finding: handler-state error "sum_"
  std::vector<int> entries_;  // finding: handler-state error "entries_"
};

class Repository {
public:
  virtual ~Repository() = default;
  virtual void save(const std::string &row) = 0;
  virtual size_t size() const = 0;
};
class MemoryRepository : public Repository {
public:
  void save(const std::string &row) override { rows_.push_back(row); }
  size_t size() const override { return rows_.size(); }

private:
  std::vector<std::string> rows_; // finding: handler-state error "rows_"
};

class Api {
public:
  explicit Api(std::string title) : title_(std::move(title)), repository_(std::make_unique<MemoryRepository>()) {
    routes_["/sum"] = &Api::sum;
    limits_.push_back(3);
  }
  void attach(httplib::Server &server) {
    using namespace std::placeholders;
    server.Post("/book", [this](const httplib::Request &req, httplib::Response &res) { book(req, res); });
    server.Get("/name", std::bind(&Api::rename, this, _1, _2));
    server.Get("/list", [self = this](const auto &req, auto &res) { self->list(req, res); });
    for (auto &[path, method] : routes_)
      server.Get(path, [this, method = method](const httplib::Request &req, httplib::Response &res) {
        (this->*method)(req, res);
      });
  }

private:
  void book(const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock_);
    ledger_.book(std::stoi(req.body));
    repository_->save(req.body);
    auto &slot = slots_[req.path.size() % slots_.size()];
    slot = req.body;
    res.set_content(title_ + std::to_string(ledger_.sum() + limits_.front()) + slots_[0], "text/plain");
  }
  void rename(const httplib::Request &req, httplib::Response &res) {
    std::string old = owner_;
    owner_ = req.body;
    generation_.fetch_add(1);
    res.set_content(old + std::to_string(generation_), "text/plain");
  }
  void list(const httplib::Request &, httplib::Response &res) const {
    ++reads_;
    res.set_content(std::to_string(reads_ + ledger_.count() + repository_->size()), "text/plain");
  }
  void sum(const httplib::Request &, httplib::Response &res) {
    std::tie(low_, high_) = std::make_tuple(high_, low_ + 1);
    res.set_content(std::to_string(low_ + high_), "text/plain");
  }

  std::string title_;
  std::mutex lock_;
  std::map<std::string, void (Api::*)(const httplib::Request &, httplib::Response &)> routes_;
  std::vector<int> limits_;
  Ledger ledger_;
  std::unique_ptr<Repository> repository_;
  std::array<std::string, 4> slots_;  // finding: handler-state error "slots_"
  std::string owner_;                 // finding: handler-state error "owner_"
  std::atomic<int> generation_{0};    // finding: handler-state error "generation_"
  mutable size_t reads_ = 0;          // finding: handler-state error "reads_"
  int low_ = 0;                       // finding: handler-state error "low_"
  int high_ = 1;                      // finding: handler-state error "high_"
};

int main(int argc, char **argv) {
  Api api(argc > 1 ? argv[1] : "api");
  httplib::Server server;
  api.attach(server);
  server.listen("0.0.0.0", 8080);
}
