// A task that answers the player on the datagram socket of the game puts nothing off; one that only
// writes down what was seen does.
// packages: libpoco-dev, libcpp-httplib-dev
#include <Poco/Net/DatagramSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Task.h>
#include <Poco/TaskManager.h>
#include <cstdlib>
#include <httplib.h>
#include <postgresql/libpq-fe.h>
#include <string>

class Gate {
public:
  Gate(unsigned short port, PGconn *database) : socket_(Poco::Net::SocketAddress("0.0.0.0", port)), database_(database) {}
  void serve();
  void answer(const std::string &text, const Poco::Net::SocketAddress &to) { socket_.sendTo(text.data(), static_cast<int>(text.size()), to); }
  PGconn *database() { return database_; }

private:
  Poco::Net::DatagramSocket socket_;
  Poco::TaskManager tasks_;
  PGconn *database_;
};

class LoginTask : public Poco::Task {
public:
  LoginTask(Gate &gate, const Poco::Net::SocketAddress &sender, const std::string &name)
      : Poco::Task("login"), gate_(gate), sender_(sender), name_(name) {}
  void runTask() override {
    PGresult *found = PQexec(gate_.database(), ("select 1 from users where name = '" + name_ + "'").c_str());
    gate_.answer(PQntuples(found) == 1 ? "come in" : "who are you?", sender_);
    PQclear(found);
  }

private:
  Gate &gate_;
  Poco::Net::SocketAddress sender_;
  std::string name_;
};

class StatisticsTask : public Poco::Task {
public:
  StatisticsTask(PGconn *database, const std::string &what) : Poco::Task("statistics"), database_(database), what_(what) {}
  void runTask() override { PQclear(PQexec(database_, ("insert into asked values ('" + what_ + "')").c_str())); }

private:
  PGconn *database_;
  std::string what_;
};

void Gate::serve() {
  httplib::Server server;
  server.Post("/login", [this](const httplib::Request &req, httplib::Response &res) {
    Poco::Net::SocketAddress sender(req.get_param_value("host"), req.get_param_value("port"));
    tasks_.start(new LoginTask(*this, sender, req.get_param_value("name"))); // near-miss: it answers the client
    res.status = 204;
  });
  server.Post("/seen", [this](const httplib::Request &req, httplib::Response &res) {
    tasks_.start(new StatisticsTask(database_, req.body)); // finding: deferred-work error "start"
    res.status = 204;
  });
  server.listen("0.0.0.0", 8080);
}

int main() {
  Gate gate(7530, PQconnectdb(std::getenv("DATABASE")));
  gate.serve();
}
