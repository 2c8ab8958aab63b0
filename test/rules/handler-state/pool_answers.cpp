// A pool of connections that also keeps what they answered, and counts for the clients. What it lends is
// not meant.
// packages: libpq-dev, libcpp-httplib-dev
#include <cstdlib>
#include <httplib.h>
#include <map>
#include <mutex>
#include <postgresql/libpq-fe.h>
#include <string>
#include <vector>

class ConnectionPool {
public:
  PGconn *acquire() {
    std::lock_guard<std::mutex> hold(lock_);
    if (idle_.empty()) return PQconnectdb(std::getenv("DATABASE"));
    PGconn *one = idle_.back();
    idle_.pop_back();
    return one;
  }
  void release(PGconn *one) {
    std::lock_guard<std::mutex> hold(lock_);
    idle_.push_back(one);
  }
  std::string query(const std::string &sql) {
    std::lock_guard<std::mutex> hold(cacheLock_);
    auto found = answers_.find(sql);
    if (found != answers_.end()) return found->second;
    PGconn *one = acquire();
    PGresult *r = PQexec(one, sql.c_str());
    answers_[sql] = PQgetvalue(r, 0, 0);
    PQclear(r);
    release(one);
    ++served_;
    return answers_[sql] + std::to_string(served_);
  }
private:
  std::mutex lock_, cacheLock_;
  std::vector<PGconn *> idle_;
  std::map<std::string, std::string> answers_; // finding: static-cache|handler-state
  int served_ = 0; // finding: handler-state
};
int main() {
  ConnectionPool pool;
  httplib::Server server;
  server.Get("/q", [&pool](const httplib::Request &req, httplib::Response &res) { res.set_content(pool.query(req.get_param_value("q")), "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
