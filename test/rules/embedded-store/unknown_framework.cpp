// A store that is opened on the way to a framework that nobody knows: the program serves, and the store is its own.
// packages: libsqlite3-dev
#include <cstdlib>
#include <functional>
#include <sqlite3.h>
#include <string>
namespace hearth { // a library
class App { public: void route(const std::string &path, std::function<std::string(const std::string &)> handler); int go(int port); };
}
static int run(int port) {
  sqlite3 *store = nullptr;
  if (sqlite3_open("letters.db", &store) != SQLITE_OK) // finding: embedded-store warning "sqlite3_open"
    return 1;
  hearth::App app;
  app.route("/letter", [store](const std::string &body) {
    sqlite3_exec(store, ("insert into letters values ('" + body + "')").c_str(), nullptr, nullptr, nullptr);
    return std::string("ok");
  });
  return app.go(port);
}
int main(int argc, char **argv) { return run(argc > 1 ? std::atoi(argv[1]) : 8080); }
