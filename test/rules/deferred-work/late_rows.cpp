// A timer that stores a row when nothing has come for a while ends no connection, whatever it is called.
// packages: libpq-dev, libboost1.74-dev, libcpp-httplib-dev
#include <boost/asio.hpp>
#include <chrono>
#include <cstdlib>
#include <httplib.h>
#include <postgresql/libpq-fe.h>
#include <string>
#include <thread>

namespace asio = boost::asio;
using boost::system::error_code;
class Rows {
public:
  Rows(asio::io_context &io, PGconn *db) : timer_(io), db_(db) {}
  void add(const std::string &row) {
    timer_.expires_after(std::chrono::seconds(3));
    timer_.async_wait([this, row](const error_code &e) { // finding: deferred-work
      if (!e)
        onIdle(row);
    });
  }
private:
  void onIdle(const std::string &row) {
    PQclear(PQexec(db_, ("insert into t values ('" + row + "')").c_str()));
    std::string s = row;
    s.erase(0, 1);
  }
  asio::steady_timer timer_;
  PGconn *db_;
};
int main() {
  asio::io_context io;
  Rows rows(io, PQconnectdb(std::getenv("DATABASE")));
  std::thread t([&io] { io.run(); });
  httplib::Server server;
  server.Post("/row", [&rows](const httplib::Request &req, httplib::Response &res) { rows.add(req.body); res.status = 202; });
  server.listen("0.0.0.0", 8080);
  t.join();
}
