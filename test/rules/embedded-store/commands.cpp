// What a command of the program does instead of serving is a run of its own. The server's own store
// is the finding.
#include <cstdlib>
#include <cstring>
#include <httplib.h>
#include <sqlite3.h>
#include <string>

static const char *storePath() {
  const char *path = std::getenv("LETTERS");
  return path ? path : "letters.db";
}

static int migrate() {
  sqlite3 *store = nullptr;
  if (sqlite3_open(storePath(), &store) != SQLITE_OK) // near-miss: no server runs
    return 1;
  int said = sqlite3_exec(store, "create table if not exists letters (text)", nullptr, nullptr, nullptr);
  sqlite3_close(store);
  return said == SQLITE_OK ? 0 : 1;
}

static int tidy() {
  sqlite3 *store = nullptr;
  if (sqlite3_open_v2(storePath(), &store, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) // near-miss: nor here
    return 1;
  sqlite3_exec(store, "delete from letters where text = ''", nullptr, nullptr, nullptr);
  sqlite3_close(store);
  return 0;
}

static int serve() {
  sqlite3 *store = nullptr;
  if (sqlite3_open(storePath(), &store) != SQLITE_OK) // finding: embedded-store error
    return 1;
  httplib::Server server;
  server.Post("/letter", [store](const httplib::Request &req, httplib::Response &res) {
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(store, "insert into letters values (?)", -1, &insert, nullptr);
    sqlite3_bind_text(insert, 1, req.body.c_str(), -1, SQLITE_TRANSIENT);
    res.status = sqlite3_step(insert) == SQLITE_DONE ? 204 : 500;
    sqlite3_finalize(insert);
  });
  server.listen("0.0.0.0", 8080);
  sqlite3_close(store);
  return 0;
}

int main(int argc, char **argv) {
  if (argc > 1 && std::strcmp(argv[1], "migrate") == 0)
    return migrate();
  if (argc > 1 && std::string(argv[1]) == "tidy") {
    tidy();
    return 0;
  }
  return serve();
}
