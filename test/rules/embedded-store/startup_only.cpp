// A store that only start-up and a background thread use: no request touches it.
// packages: libsqlite3-dev, libcpp-httplib-dev
#include <httplib.h>
#include <sqlite3.h>
#include <string>

static std::string recordStart() {
  sqlite3 *database = nullptr;
  sqlite3_open("/var/lib/shop/starts.db", &database); // finding: embedded-store warning
  sqlite3_exec(database, "insert into starts values(1)", nullptr, nullptr, nullptr);
  sqlite3_close(database);
  return "started";
}

int main() {
  std::string text = recordStart();
  httplib::Server server;
  server.Get("/", [&text](const httplib::Request &, httplib::Response &res) { res.set_content(text, "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
