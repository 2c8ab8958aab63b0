// The address of a database in a settings object; a database that is a file beside it.
// packages: libcpp-httplib-dev
#include <cstdlib>
#include <httplib.h>
#include <memory>
#include <sqlpp11.h>

static sqlpp::postgresql::connection users() {
  auto config = std::make_shared<sqlpp::postgresql::connection_config>();
  config->host = "users.corp.lan"; // finding: hardcoded-host warning "users.corp.lan"
  config->dbname = "users";
  return sqlpp::postgresql::connection(config);
}

static sqlpp::postgresql::connection orders() {
  auto config = std::make_shared<sqlpp::postgresql::connection_config>();
  const char *host = std::getenv("ORDERS_HOST");
  config->host = host ? host : "orders.corp.lan";
  return sqlpp::postgresql::connection(config);
}

int main() {
  httplib::Server server;
  server.Get("/users", [](const httplib::Request &, httplib::Response &) { users().execute("select 1"); });
  server.Get("/orders", [](const httplib::Request &, httplib::Response &) { orders().execute("select 2"); });
  server.Get("/audit", [](const httplib::Request &request, httplib::Response &) {
    auto config = std::make_shared<sqlpp::sqlite3::connection_config>("audit.db"); // finding: embedded-store error "SQLite"
    sqlpp::sqlite3::connection(config).execute(request.body);
  });
  server.listen("0.0.0.0", 8080);
}
