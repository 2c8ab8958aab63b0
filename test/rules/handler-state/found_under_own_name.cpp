// Objects in a table under a name that the asker has as a member: the name is no object that is called. (The table is
// asked by operator[] without a test: it may grow.)
#include <httplib.h>
#include <iostream>
#include <map>
#include <string>

struct Control {
  virtual ~Control() = default;
  virtual void note(const std::string &text) = 0;
};

static std::map<std::string, Control *> controls; // finding: static-cache error "controls"

class Panel : public Control {
public:
  explicit Panel(std::string name) : name_(std::move(name)) { controls.emplace(name_, this); }
  void note(const std::string &text) override { last_ = text; }
  const std::string &last() const { return last_; }

private:
  std::string name_; // near-miss: set at start-up
  std::string last_; // finding: handler-state error "last_"
};

class Service {
public:
  explicit Service(std::string name) : name_(std::move(name)) {}
  void handle(const std::string &text) { controls[name_]->note(text); }

private:
  std::string name_; // near-miss: set at start-up
};

int main() {
  Panel panel("main");
  Service service("main");
  httplib::Server server;
  server.Post("/note", [&](const httplib::Request &request, httplib::Response &response) {
    response.set_content(panel.last(), "text/plain");
    service.handle(request.body);
  });
  server.listen("0.0.0.0", 8080);
}
