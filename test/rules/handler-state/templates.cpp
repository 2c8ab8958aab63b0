// State reached through templates, CRTP and visitors.
#include <algorithm>
#include <httplib.h>
#include <memory>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

template <typename Derived> class Endpoint {
public:
  void operator()(const httplib::Request &req, httplib::Response &res) {
    static_cast<Derived *>(this)->answer(req, res);
  }
};
class Echo : public Endpoint<Echo> {
public:
  void answer(const httplib::Request &req, httplib::Response &res) {
    std::swap(previous_, current_);
    current_ = req.body;
    res.set_content(previous_, "text/plain");
  }

private:
  std::string previous_; // finding: handler-state error "previous_"
  std::string current_;  // finding: handler-state error "current_"
};
class Ping : public Endpoint<Ping> {
public:
  void answer(const httplib::Request &, httplib::Response &res) {
    int calls = 0;
    ++calls;
    res.set_content(std::to_string(calls) + name_, "text/plain");
  }

private:
  std::string name_ = "ping";
};

template <typename T> class Box {
public:
  template <typename F> void with(F &&change) { change(value_); }
  const T &value() const { return value_; }

private:
  T value_{};
};

struct Deposit {
  int cents;
};
struct Rename {
  std::string name;
};
struct Account {
  int cents = 0;    // finding: handler-state error "cents"
  std::string name; // finding: handler-state error "name"
  int kind = 0;
};
static void apply(Account &account, const std::variant<Deposit, Rename> &change) {
  std::visit(
      [&account](const auto &c) {
        if constexpr (requires { c.cents; })
          account.cents += c.cents;
        else
          account.name = c.name;
      },
      change);
}

int main() {
  Echo echo;
  Ping ping;
  Account account;
  std::vector<int> scores = {1, 2, 3}; // finding: handler-state error "scores"
  std::vector<int> fixed = {4, 5, 6};
  httplib::Server server;
  server.Post("/echo", [&echo](const httplib::Request &req, httplib::Response &res) { echo(req, res); });
  server.Post("/ping", [&ping](const httplib::Request &req, httplib::Response &res) { ping(req, res); });
  server.Post("/account", [&](const httplib::Request &req, httplib::Response &res) {
    apply(account, Deposit{5});
    apply(account, Rename{req.body});
    Box<std::vector<int>> box;
    box.with([&](auto &numbers) { numbers.push_back(account.cents + account.kind); });
    std::for_each(scores.begin(), scores.end(), [](int &score) { score *= 2; });
    int sum = 0;
    std::for_each(fixed.begin(), fixed.end(), [&sum](int &n) { sum += n; });
    res.set_content(account.name + std::to_string(sum + scores[0] + box.value().size()), "text/plain");
  });
  server.Get("/name", [&account](const httplib::Request &, httplib::Response &res) {
    res.set_content(account.name, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
