// A thread class of the program's own that runs on past the answer puts work off, though all that its
// thread does is to call run().
// packages: libpq-dev, libcpp-httplib-dev
#include <cstdlib>
#include <httplib.h>
#include <postgresql/libpq-fe.h>
#include <string>
#include <thread>

class Thread {
public:
  virtual ~Thread() = default;
  void start() {
    thread_ = std::thread([this] { run(); }); // finding: deferred-work
    thread_.detach();
  }
  virtual void run() = 0;

private:
  std::thread thread_;
};

class Store : public Thread {
public:
  Store(PGconn *database, const std::string &text) : database_(database), text_(text) {}
  void run() override {
    PQclear(PQexec(database_, ("insert into orders values ('" + text_ + "')").c_str()));
    delete this;
  }

private:
  PGconn *database_;
  std::string text_;
};

int main() {
  PGconn *database = PQconnectdb(std::getenv("DATABASE"));
  httplib::Server server;
  server.Post("/order", [database](const httplib::Request &req, httplib::Response &res) {
    (new Store(database, req.body))->start();
    res.status = 202;
  });
  server.listen("0.0.0.0", 8080);
}
