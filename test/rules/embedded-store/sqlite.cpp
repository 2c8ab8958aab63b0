// SQLite on a local path as the store, and its harmless forms.
// packages: libsqlite3-dev, libcpp-httplib-dev
#include <httplib.h>
#include <memory>
#include <sqlite3.h>
#include <string>

class Users {
public:
  explicit Users(const std::string &path) {
    sqlite3_open(path.c_str(), &database_); // finding: embedded-store error
  }
  ~Users() { sqlite3_close(database_); }
  void add(const std::string &name) {
    std::string sql = "insert into users values('" + name + "')";
    sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr);
  }

private:
  sqlite3 *database_ = nullptr;
};

static sqlite3 *openCatalogue() {
  sqlite3 *catalogue = nullptr;
  sqlite3_open_v2("/usr/share/shop/catalogue.db", &catalogue, SQLITE_OPEN_READONLY, nullptr);
  return catalogue;
}

static int sumInMemory(const std::string &body) {
  sqlite3 *scratch = nullptr;
  sqlite3_open(":memory:", &scratch);
  sqlite3_exec(scratch, ("create table t(n); insert into t values(" + body + ")").c_str(), nullptr, nullptr, nullptr);
  int changes = sqlite3_total_changes(scratch);
  sqlite3_close(scratch);
  return changes;
}

int main() {
  Users users("/var/lib/shop/users.db");
  sqlite3 *catalogue = openCatalogue();
  httplib::Server server;
  server.Post("/user", [&users](const httplib::Request &req, httplib::Response &) { users.add(req.body); });
  server.Post("/event", [](const httplib::Request &req, httplib::Response &) {
    sqlite3 *events = nullptr;
    sqlite3_open_v2("events.db", &events, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr); // finding: embedded-store error
    sqlite3_exec(events, req.body.c_str(), nullptr, nullptr, nullptr);
    sqlite3_close(events);
  });
  server.Get("/item", [catalogue](const httplib::Request &req, httplib::Response &res) {
    sqlite3_exec(catalogue, "select * from items", nullptr, nullptr, nullptr);
    res.set_content(std::to_string(sumInMemory(req.body)), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
  sqlite3_close(catalogue);
}
