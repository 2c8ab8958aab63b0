// One object behind a lock, by a library's own type for that.
// packages: libboost-dev
#include <boost/thread/synchronized_value.hpp>
#include <folly.h>
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>

struct Texts {
  std::string motd = "welcome";
};

class Registry {
  using Map = std::map<std::string, std::string>;

public:
  Registry() {
    settings_.wlock()->emplace("lang", "en");
    texts_->motd = "hello";
  }
  void held(const std::string &name, const std::string &url) {
    auto nodes = held_.wlock();
    nodes->emplace(name, url);
  }
  void pointedTo(const std::string &name, const std::string &url) { (*pointedTo_.wlock())[name] = url; }
  void given(const std::string &name, const std::string &url) {
    given_.withWLock([&](Map &nodes) { nodes[name] = url; });
  }
  void arrow(const std::string &name, const std::string &url) { arrow_->emplace(name, url); }
  void synchronised(const std::string &name, const std::string &url) {
    auto nodes = synchronised_.synchronize();
    nodes->emplace(name, url);
  }
  std::string setting(const std::string &key) const {
    auto settings = settings_.rlock();
    auto found = settings->find(key);
    return found == settings->end() ? "" : found->second;
  }
  std::string greeting() { return texts_->motd; }

private:
  folly::Synchronized<Map> held_;              // finding: handler-state error "held_"
  folly::Synchronized<Map> pointedTo_;         // finding: handler-state error "pointedTo_"
  folly::Synchronized<Map> given_;             // finding: handler-state error "given_"
  boost::synchronized_value<Map> arrow_;       // finding: handler-state error "arrow_"
  boost::synchronized_value<Map> synchronised_; // finding: handler-state error "synchronised_"
  folly::Synchronized<Map> settings_;          // filled at start-up
  boost::synchronized_value<Texts> texts_;     // set at start-up
};

int main() {
  Registry registry;
  httplib::Server server;
  server.Post("/node", [&](const httplib::Request &request, httplib::Response &) {
    std::string name = request.get_param_value("name");
    registry.held(name, request.body);
    registry.pointedTo(name, request.body);
    registry.given(name, request.body);
    registry.arrow(name, request.body);
    registry.synchronised(name, request.body);
  });
  server.Get("/", [&](const httplib::Request &, httplib::Response &response) {
    response.set_content(registry.greeting() + registry.setting("lang"), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
