// A background watcher refills a table from the database: instances merely diverge.
// packages: libpq-dev, libcpp-httplib-dev
#include <chrono>
#include <cstdlib>
#include <httplib.h>
#include <postgresql/libpq-fe.h>
#include <map>
#include <mutex>
#include <string>
#include <thread>

static std::mutex table_lock;
static std::map<std::string, std::string> feature_flags; // finding: static-cache warning "feature_flags"

static void refresh(PGconn *database) {
  for (;;) {
    PGresult *rows = PQexec(database, "select name, value from flags");
    {
      std::lock_guard<std::mutex> hold(table_lock);
      for (int i = 0; i < PQntuples(rows); ++i)
        feature_flags[PQgetvalue(rows, i, 0)] = PQgetvalue(rows, i, 1);
    }
    PQclear(rows);
    std::this_thread::sleep_for(std::chrono::seconds(30));
  }
}

int main() {
  PGconn *database = PQconnectdb(std::getenv("DATABASE_URL"));
  std::thread watcher(refresh, database);
  httplib::Server server;
  server.Get("/flag", [](const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(table_lock);
    auto found = feature_flags.find(req.path);
    res.set_content(found == feature_flags.end() ? "off" : found->second, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
  watcher.join();
}
