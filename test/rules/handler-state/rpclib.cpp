// Functions that a server is told to call by their names.
#include <cstdlib>
#include <map>
#include <rpclib.h>
#include <string>

static std::map<std::string, std::string> notes; // finding: static-cache error "notes"
static std::string greeting;

static void put(const std::string &key, const std::string &text) { notes[key] = text; }

class Counter {
public:
  int next() { return ++last_; }

private:
  int last_ = 0; // finding: handler-state error "Counter::last_"
};

int main() {
  greeting = std::getenv("GREETING");
  Counter counter;
  rpc::server server("0.0.0.0", 8080);
  server.bind("put", &put);
  server.bind("next", [&counter]() { return counter.next(); });
  server.bind("greet", []() { return greeting; });
  server.bind("ask", [](int n) {
    rpc::client client("sums.corp.lan", 8081); // finding: hardcoded-host warning "sums.corp.lan"
    return client.call("sum", n).as<int>();
  });
  server.run();
}
