// A router of the project's own: a handler is copied from one function to the next until it lies in a route.
#include <functional>
#include <httplib.h>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

struct Request {
  std::string url, method;
};
using Handler = std::function<std::string(Request &)>;

class Router {
public:
  explicit Router(std::string prefix) { prefix_ = prefix; }
  virtual ~Router() = default;
  std::string routing(Request &request) {
    for (auto &route : routes_)
      if (request.url == prefix_ + route.url && request.method == route.method)
        return route.handler(request);
    return "";
  }
  bool get(std::string url, Handler handler) { return add("GET", url, handler); }

protected:
  bool add(std::string method, std::string url, Handler handler) {
    routes_.push_back(Route(method, url, handler));
    return true;
  }

private:
  struct Route {
    Route(std::string method, std::string url, Handler handler) {
      this->method = method;
      this->handler = handler;
      this->url = url;
    }
    std::string url, method;
    Handler handler;
  };
  std::vector<Route> routes_;
  std::string prefix_;
};

class Music : public Router {
public:
  Music() : Router("/music") {
    get("/play", [this](Request &request) { return std::to_string(++played_[request.url]); });
    get("/title", [this](Request &) { return title_; });
  }

private:
  std::map<std::string, int> played_; // finding: handler-state|static-cache error "played_"
  std::string title_ = "none";
};

class Dispatcher {
public:
  void add(std::shared_ptr<Router> router) { routers_.push_back(router); }
  std::string routing(Request &request) {
    for (auto &router : routers_)
      if (std::string answer = router->routing(request); !answer.empty())
        return answer;
    return "";
  }

private:
  std::vector<std::shared_ptr<Router>> routers_;
};

} // namespace

int main() {
  Dispatcher dispatcher;
  dispatcher.add(std::make_shared<Music>());
  httplib::Server server;
  server.Get(".*", [&](const httplib::Request &request, httplib::Response &answer) {
    Request own{request.path, "GET"};
    answer.set_content(dispatcher.routing(own), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
