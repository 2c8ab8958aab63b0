#include <httplib.h>
#include <map>
#include <memory>
#include <string>
#include <vector>

class Controller {
public:
  virtual ~Controller() = default;
  virtual std::string handle(const std::string &body) = 0;
};

class Wishes : public Controller {
public:
  std::string handle(const std::string &body) override {
    wishes_.push_back(body);
    return wishes_.front();
  }

private:
  std::vector<std::string> wishes_; // finding: handler-state error "wishes_"
};

class Sum : public Controller {
public:
  std::string handle(const std::string &body) override {
    int sum = 0;
    for (char c : body)
      sum += c - '0';
    return std::to_string(sum);
  }
};

// The table is filled before serving: it is the way to the controllers.
class Router {
public:
  void mount(const std::string &prefix, std::shared_ptr<Controller> c) { controllers_[prefix] = std::move(c); }
  std::string dispatch(const std::string &path, const std::string &body) const {
    for (const auto &[prefix, c] : controllers_)
      if (path.rfind(prefix, 0) == 0)
        return c->handle(body);
    auto exact = controllers_.find(path);
    return exact == controllers_.end() ? "" : exact->second->handle(body);
  }

private:
  std::map<std::string, std::shared_ptr<Controller>> controllers_;
};

// This one requests fill, too: what they put there goes with it.
class Plugins {
public:
  void load(const std::string &name) { plugins_[name] = std::make_shared<Wishes>(); }
  std::string run(const std::string &name) { return plugins_.count(name) ? plugins_[name]->handle(name) : ""; }

private:
  std::map<std::string, std::shared_ptr<Wishes>> plugins_; // finding: handler-state error "plugins_"
};

int main() {
  Router router;
  Plugins plugins;
  router.mount("/wishes", std::make_shared<Wishes>());
  router.mount("/sum", std::make_shared<Sum>());
  httplib::Server server;
  server.Post("/.*", [&](const httplib::Request &q, httplib::Response &r) {
    r.set_content(router.dispatch(q.path, q.body), "text/plain");
  });
  server.Put("/plugin", [&](const httplib::Request &q, httplib::Response &r) {
    plugins.load(q.body);
    r.set_content(plugins.run(q.body), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
