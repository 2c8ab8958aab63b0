// Handlers that are found in tables of pairs and references, and by visiting.
#include <functional>
#include <httplib.h>
#include <map>
#include <regex>
#include <string>
#include <utility>
#include <variant>
#include <vector>

struct Take {
  std::string seat;
};
struct Free {
  std::string seat;
};
struct Look {};
using Command = std::variant<std::monostate, Take, Free, Look>;

class Seats {
public:
  std::string apply(const Command &command) {
    return std::visit([this](const auto &c) { return (*this)(c); }, command);
  }

private:
  std::string operator()(std::monostate) { return "what?"; }
  std::string operator()(const Take &c) {
    taken_.emplace(c.seat, true);
    return "yours";
  }
  std::string operator()(const Free &c) {
    taken_.erase(c.seat);
    return "free";
  }
  std::string operator()(const Look &) const { return std::to_string(taken_.size()); }
  std::map<std::string, bool> taken_; // finding: handler-state error "taken_"
};

class Controller {
public:
  virtual ~Controller() = default;
  virtual void map() = 0;
  bool resolve(const std::string &path, std::string &answer) {
    for (auto &route : routes_)
      if (std::regex_match(path, route.first))
        return route.second.run(answer), true;
    return false;
  }

protected:
  struct Endpoint {
    std::string name;
    std::function<void(std::string &)> run;
  };
  void route(const std::string &pattern, std::function<void(std::string &)> run) {
    routes_.push_back(std::make_pair(std::regex(pattern), Endpoint{pattern, run}));
  }

private:
  std::vector<std::pair<std::regex, Endpoint>> routes_;
};

class Visitors : public Controller {
public:
  void map() override {
    route("/come", std::bind(&Visitors::come, this, std::placeholders::_1));
  }

private:
  void come(std::string &answer) { answer = std::to_string(++number_); }
  int number_ = 0; // finding: handler-state error "number_"
};

class Router {
public:
  void add(const std::string &prefix, Controller &controller) {
    controller.map();
    controllers_.insert({prefix, controller});
  }
  std::string answer(const std::string &path) {
    std::string out;
    for (auto it = controllers_.begin(); it != controllers_.end(); ++it)
      if (path.rfind(it->first, 0) == 0 && it->second.resolve(path, out))
        break;
    return out;
  }

private:
  std::map<std::string, Controller &> controllers_; // near-miss: start-up fills it
};

int main() {
  Seats seats;
  Visitors visitors;
  Router router;
  router.add("/", visitors);
  httplib::Server server;
  server.Post("/seat", [&](const httplib::Request &req, httplib::Response &res) {
    Command c;
    if (req.body.rfind("take ", 0) == 0)
      c = Take{req.body.substr(5)};
    else if (req.body.rfind("free ", 0) == 0)
      c = Free{req.body.substr(5)};
    else if (req.body == "look")
      c = Look{};
    res.set_content(seats.apply(c), "text/plain");
  });
  server.Get(".*", [&](const httplib::Request &req, httplib::Response &res) {
    res.set_content(router.answer(req.path), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
