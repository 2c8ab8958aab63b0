// A store that make_unique makes: the message names the class.
// packages: libsqlite3-dev, libsqlitecpp-dev, libcpp-httplib-dev
#include <SQLiteCpp/SQLiteCpp.h>
#include <httplib.h>
#include <memory>

int main() {
  auto store = std::make_unique<SQLite::Database>("posts.db", SQLite::OPEN_READWRITE); // finding: embedded-store error "'Database' opens"
  httplib::Server server;
  server.Post("/", [&](const httplib::Request &, httplib::Response &res) { res.status = store->exec("insert into posts values (1)"); });
  server.listen("0.0.0.0", 8080);
}
