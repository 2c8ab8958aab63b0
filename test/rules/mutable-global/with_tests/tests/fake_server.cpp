// A helper of the tests: its folder says that it is never deployed.
#include "../shop.h"
#include <httplib.h>
static int calls = 0;
int main() {
  httplib::Server server;
  server.Get("/price", [](const httplib::Request &, httplib::Response &res) {
    res.set_content(std::to_string(++calls + price(1)), "text/plain");
  });
  server.listen("127.0.0.1", 0);
}
