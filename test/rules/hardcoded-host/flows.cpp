// Literals that take a way: members, default arguments, aggregates, wrappers, choices.
// packages: libcpp-httplib-dev, libhiredis-dev
#include <cstdlib>
#include <cstring>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <memory>
#include <string>
#include <vector>

class Billing {
public:
  Billing(std::string host, int port) : host_(std::move(host)), port_(port) {}
  bool charge(int cents) const {
    httplib::Client client(host_, port_);
    return static_cast<bool>(client.Post("/charge", std::to_string(cents), "text/plain"));
  }

private:
  std::string host_;
  int port_;
};

class Search {
public:
  bool ask(const std::string &q) const { return static_cast<bool>(httplib::Client(url_.c_str()).Get(q.c_str())); }

private:
  std::string url_ = "http://search.corp.lan:9200"; // finding: hardcoded-host warning "search.corp.lan"
};

struct RedisOptions {
  const char *host;
  int port;
};
static redisContext *open(const RedisOptions &options) { return redisConnect(options.host, options.port); }

static std::unique_ptr<httplib::Client> makeClient(const std::string &host, int port = 80) {
  return std::make_unique<httplib::Client>(host, port);
}
static bool ping(const std::string &host) { return static_cast<bool>(makeClient(host)->Get("/ping")); }

static bool report(const std::string &text, const char *host = "reports.corp.lan") { // finding: hardcoded-host warning "reports.corp.lan"
  return static_cast<bool>(httplib::Client(host, 80).Post("/", text, "text/plain"));
}
static bool trace(const std::string &text, const char *host = "traces.corp.lan") {
  return static_cast<bool>(httplib::Client(host, 80).Post("/", text, "text/plain"));
}

static std::string databaseHost() {
  const char *environment = std::getenv("APP_ENV");
  if (environment && !std::strcmp(environment, "prod"))
    return "db.prod.corp.lan"; // finding: hardcoded-host warning "db.prod.corp.lan"
  return "db.test.corp.lan";   // finding: hardcoded-host warning "db.test.corp.lan"
}

class Mailer {
public:
  void setHost(const char *host) { host_ = host; }
  bool send() const { return static_cast<bool>(httplib::Client(host_, 2525).Get("/")); }

private:
  std::string host_;
};

int main() {
  Billing billing("billing.corp.lan", 9000);              // finding: hardcoded-host warning "billing.corp.lan"
  Search search;
  redisContext *redis = open({"redis.corp.lan", 6379});   // finding: hardcoded-host warning "redis.corp.lan"
  Mailer mailer;
  mailer.setHost("mail.corp.lan");                        // finding: hardcoded-host warning "mail.corp.lan"
  std::vector<std::string> ignored = {"not.a.client.lan"};
  httplib::Server server;
  server.Get("/", [&](const httplib::Request &req, httplib::Response &res) {
    const char *sink = std::getenv("TRACE_HOST");
    bool good = billing.charge(5) && search.ask(req.path) && ping("users.corp.lan") && // finding: hardcoded-host warning "users.corp.lan"
                report(req.path) && trace(req.path, sink) && mailer.send() &&
                httplib::Client(databaseHost(), 5432).Get("/") && !ignored.empty();
    if (!good)
      std::system("curl -s http://alerts.corp.lan/raise"); // finding: hardcoded-host warning "alerts.corp.lan"
    res.set_content(good ? "good" : "bad", "text/plain");
  });
  server.listen("0.0.0.0", 8080);
  redisFree(redis);
}
