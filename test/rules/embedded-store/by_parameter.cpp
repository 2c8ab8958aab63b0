// A wrapper that is told by its callers what to open, and how.
// packages: libgdbm-dev, libsqlite3-dev, libdb-dev, libcpp-httplib-dev
#include <cstdlib>
#include <db.h>
#include <gdbm.h>
#include <httplib.h>
#include <memory>
#include <sqlite3.h>
#include <string>

static GDBM_FILE book(int flags) {
  return gdbm_open("/var/lib/parish/register.gdbm", 0, flags, 0660, nullptr); // finding: embedded-store error
}
static GDBM_FILE atlas(int flags) { return gdbm_open("/usr/share/parish/atlas.gdbm", 0, flags, 0660, nullptr); }

struct Close {
  void operator()(sqlite3 *db) const { sqlite3_close_v2(db); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

static Handle connect(const std::string &uri, int flags) {
  sqlite3 *raw = nullptr;
  int rc = sqlite3_open_v2(uri.c_str(), &raw, flags | SQLITE_OPEN_URI, nullptr);
  return Handle(rc == SQLITE_OK ? raw : nullptr);
}
static Handle connectEither(const std::string &uri, int flags) {
  sqlite3 *raw = nullptr;
  sqlite3_open_v2(uri.c_str(), &raw, flags | SQLITE_OPEN_URI, nullptr); // finding: embedded-store error
  return Handle(raw);
}

static DB *table(const char *file) {
  DB *db = nullptr;
  db_create(&db, nullptr, 0);
  db->open(db, nullptr, file, nullptr, DB_BTREE, DB_CREATE, 0640); // finding: embedded-store error
  return db;
}
static int sorted(std::string text) {
  DB *db = nullptr;
  if (db_create(&db, nullptr, 0) || db->open(db, nullptr, nullptr, nullptr, DB_BTREE, DB_CREATE, 0))
    return -1;
  DBT row{};
  row.data = text.data();
  row.size = static_cast<u_int32_t>(text.size());
  int rc = db->put(db, nullptr, &row, &row, 0);
  db->close(db, 0);
  return rc;
}

static void put(std::string text) {
  datum key{text.data(), static_cast<int>(text.size())};
  GDBM_FILE db = book(GDBM_WRCREAT);
  gdbm_store(db, key, key, GDBM_REPLACE);
  gdbm_close(db);
}
static bool has(std::string text) {
  datum key{text.data(), static_cast<int>(text.size())};
  GDBM_FILE db = book(GDBM_READER), map = atlas(GDBM_READER);
  bool there = gdbm_exists(db, key) && gdbm_exists(map, key);
  gdbm_close(db);
  gdbm_close(map);
  return there;
}

int main() {
  const Handle units = connect("/usr/share/parish/units.db", SQLITE_OPEN_READONLY);
  httplib::Server server;
  server.Post("/entry", [](const httplib::Request &req, httplib::Response &res) {
    const std::string text = req.get_param_value("text");
    put(text);
    Handle scratch = connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3_exec(scratch.get(), text.c_str(), nullptr, nullptr, nullptr);
    Handle first = connectEither(":memory:", SQLITE_OPEN_READWRITE);
    Handle second = connectEither("/var/lib/parish/notes.db", SQLITE_OPEN_READWRITE);
    sqlite3_exec(second.get(), text.c_str(), nullptr, nullptr, nullptr);
    DB *db = table("/var/lib/parish/names.bdb");
    db->close(db, 0);
    res.status = sorted(text) == 0 ? 201 : 500;
  });
  server.Get("/entry", [&units](const httplib::Request &req, httplib::Response &res) {
    sqlite3_exec(units.get(), "select 1", nullptr, nullptr, nullptr);
    res.status = has(req.get_param_value("text")) ? 200 : 404;
  });
  server.listen("0.0.0.0", 8080);
}
