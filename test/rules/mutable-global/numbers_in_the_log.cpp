// A number that only marks the lines of one request in the log is no data.
// packages: libcpp-httplib-dev
#include <atomic>
#include <cstdio>
#include <httplib.h>
#include <memory>
#include <sstream>
#include <string>
#include <thread>

static std::string nextMark() {
  static int mark = 0; // near-miss: only the log shows it
  std::stringstream text;
  text << "0000" << mark;
  std::string all = text.str();
  ++mark;
  return all.substr(all.size() - 5);
}

struct Exchange {
  std::string mark = nextMark();
  std::string path;
};

static std::atomic<int> started{0}; // near-miss: the thread only logs its number
static std::atomic<int> asked{0};   // finding: mutable-global error "asked"

static void serve(httplib::Response *res, int number) {
  std::fprintf(stderr, "thread %d\n", number);
  res->set_content("served", "text/plain");
}
static void tell(httplib::Response *res, int number) { res->set_content(std::to_string(number), "text/plain"); }

class Caller {
public:
  explicit Caller(int number) : number_(number) {}
  void greet(httplib::Response &res) const {
    std::fprintf(stderr, "caller %d\n", number_);
    res.set_content("hello", "text/plain");
  }

private:
  int number_;
};
static int callers = 0; // near-miss: only the log shows it, from the object that it numbers

static const char *const sayings[] = {"one", "two", "three"};
static unsigned said = 0; // finding: mutable-global error "said"
static void saying(std::string &text) {
  std::fprintf(stderr, "said %u\n", ++said);
  text = sayings[said % 3];
}

int main() {
  httplib::Server server;
  server.Get("/caller", [](const httplib::Request &, httplib::Response &res) {
    std::unique_ptr<Caller> caller(new Caller(++callers));
    caller->greet(res);
  });
  server.Get("/saying", [](const httplib::Request &, httplib::Response &res) {
    std::string text;
    saying(text);
    res.set_content(text, "text/plain");
  });
  server.Get("/thread", [](const httplib::Request &, httplib::Response &res) {
    started++;
    std::thread(&serve, &res, started.load()).join();
    asked++;
    std::thread(&tell, &res, asked.load()).join();
  });
  server.Get("/.*", [](const httplib::Request &req, httplib::Response &res) {
    Exchange exchange;
    exchange.path = req.path;
    std::fprintf(stderr, "%s %s\n", exchange.mark.c_str(), exchange.path.c_str());
    res.set_content("found", "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
