// Containers that hold the mechanism, not data: scratch, connection tables, pools.
// packages: libpq-dev, libcpp-httplib-dev
#include <cstdlib>
#include <deque>
#include <httplib.h>
#include <postgresql/libpq-fe.h>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

static std::mutex pool_lock;
static std::vector<PGconn *> idle_connections;
static thread_local std::vector<std::string> words;
static std::set<std::string> &preparedNames() {
  static thread_local std::set<std::string> names;
  return names;
}

static PGconn *borrow() {
  std::lock_guard<std::mutex> hold(pool_lock);
  if (idle_connections.empty())
    return PQconnectdb(std::getenv("DATABASE_URL"));
  PGconn *connection = idle_connections.back();
  idle_connections.pop_back();
  return connection;
}
static void giveBack(PGconn *connection) {
  std::lock_guard<std::mutex> hold(pool_lock);
  idle_connections.push_back(connection);
}

static size_t split(const std::string &text) {
  words.clear();
  size_t start = 0;
  for (size_t i = 0; i <= text.size(); ++i)
    if (i == text.size() || text[i] == ' ') {
      words.push_back(text.substr(start, i - start));
      start = i + 1;
    }
  return words.size();
}

static std::string query(const std::string &body) {
  PGconn *connection = borrow();
  if (preparedNames().insert("by_name").second)
    PQclear(PQprepare(connection, "by_name", "select * from t where name = $1", 1, nullptr));
  const char *values[] = {body.c_str()};
  PGresult *result = PQexecPrepared(connection, "by_name", 1, values, nullptr, nullptr, 0);
  std::string text = PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "";
  PQclear(result);
  giveBack(connection);
  return text;
}

int main() {
  httplib::Server server;
  server.Post("/query", [](const httplib::Request &req, httplib::Response &res) {
    std::map<std::string, int> counts;
    size_t n = split(req.body);
    for (const auto &word : words)
      counts[word]++;
    res.set_content(query(req.body) + std::to_string(n + counts.size()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
