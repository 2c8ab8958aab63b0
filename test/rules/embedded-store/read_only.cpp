// Shipped databases that are only read, and those that are gone with the request.
// packages: libsqlite3-dev, libsqlitecpp-dev, libcpp-httplib-dev
#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdlib>
#include <httplib.h>
#include <sqlite3.h>
#include <string>
#include <unistd.h>

static int run(sqlite3 *store, const std::string &text) {
  int result = sqlite3_exec(store, text.c_str(), nullptr, nullptr, nullptr);
  sqlite3_close(store);
  return result;
}

static int temporary(const std::string &text) {
  char name[] = "/tmp/queryXXXXXX";
  ::close(::mkstemp(name));
  sqlite3 *store = nullptr;
  sqlite3_open(name, &store);
  int result = run(store, text);
  ::unlink(name);
  return result;
}
static void temporaryObject(const std::string &text) {
  std::string name = "/tmp/object.db";
  {
    SQLite::Database store(name, SQLite::OPEN_CREATE | SQLite::OPEN_READWRITE);
    store.exec(text);
  }
  ::unlink(name.c_str());
}
static int removedSometimes(const std::string &text) {
  std::string name = "/var/data/" + text + ".db";
  sqlite3 *store = nullptr;
  sqlite3_open(name.c_str(), &store); // finding: embedded-store error
  int result = run(store, text);
  if (result == SQLITE_OK)
    ::unlink(name.c_str());
  return result;
}

static int shipped(const std::string &text) {
  SQLite::Database byDefault("/usr/share/a.db");
  SQLite::Database byFlag("/usr/share/b.db", SQLite::OPEN_READONLY | SQLite::OPEN_URI);
  sqlite3 *store = nullptr;
  sqlite3_open_v2("file:/usr/share/c.db?mode=ro", &store, SQLITE_OPEN_URI | SQLITE_OPEN_READWRITE, nullptr);
  return run(store, text) + byDefault.execAndGet(text).getInt() + byFlag.execAndGet(text).getInt();
}
static void changed(const std::string &text) {
  SQLite::Database store("/var/data/d.db", SQLite::OPEN_READWRITE); // finding: embedded-store error
  store.exec(text);
  sqlite3 *other = nullptr;
  sqlite3_open_v2("file:/var/data/e.db?mode=rwc", &other, SQLITE_OPEN_URI | SQLITE_OPEN_READWRITE, nullptr); // finding: embedded-store error
  run(other, text);
}

int main() {
  httplib::Server server;
  server.Post("/", [](const httplib::Request &req, httplib::Response &res) {
    std::string text = req.get_param_value("text");
    temporaryObject(text);
    changed(text);
    res.status = temporary(text) + shipped(text) + removedSometimes(text);
  });
  server.listen("0.0.0.0", 8080);
}
