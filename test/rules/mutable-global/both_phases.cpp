// The same helper at start-up and in a request: the request decides. Code before and after
// the blocking call in other functions than main.
#include <cstdlib>
#include <functional>
#include <httplib.h>
#include <string>

static int level = 0;            // finding: mutable-global error "level"
static std::string theme = "";
static int shutdowns = 0;
static int configured = 0;
static bool maintenance = false; // finding: mutable-global error "maintenance"

static void setLevel(int n) { level = n; }
static void setTheme(const std::string &name) { theme = name; }

class Service {
public:
  Service() { ++configured; }
  ~Service() { ++shutdowns; }
  void prepare() {
    setLevel(1);
    setTheme("light");
    server_.Put("/level", [](const httplib::Request &req, httplib::Response &) {
      setLevel(std::atoi(req.body.c_str()));
    });
    server_.Put("/maintenance", [this](const httplib::Request &, httplib::Response &) { toggle(); });
    server_.Get("/", [](const httplib::Request &, httplib::Response &res) {
      res.set_content(theme + std::to_string(level + configured) + (maintenance ? "closed" : "open"), "text/plain");
    });
  }
  void run() {
    server_.listen("0.0.0.0", 8080);
    setTheme("dark");
  }

private:
  void toggle() { maintenance = !maintenance; }
  httplib::Server server_;
};

int main() {
  Service service;
  service.prepare();
  service.run();
}
