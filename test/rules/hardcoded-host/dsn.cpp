// Connection strings of keys and values, in every spelling; the pool that a caller may hand in.
// packages: libpoco-dev, libpqxx-dev, libsoci-dev, libpq-dev
// flags: -I/usr/include/soci
#include <Poco/Data/SessionFactory.h>
#include <Poco/Data/SessionPool.h>
#include <cstdlib>
#include <memory>
#include <postgresql/libpq-fe.h>
#include <pqxx/pqxx>
#include <soci/soci.h>
#include <string>

#define ORDERS "dbname = orders user = app host = orders.corp.lan port = 5432" // finding: hardcoded-host warning "orders.corp.lan"

// What the library's headers only declare.
struct Connector {
  static const std::string KEY;
};

static const std::string kPool = "host=pool.corp.lan;port=3306;db=shop;password===x=="; // finding: hardcoded-host warning "pool.corp.lan"
static const std::string kFile = "/var/lib/shop/host.db";

class Stock {
public:
  explicit Stock(std::shared_ptr<Poco::Data::SessionPool> pool = nullptr) {
    if (!pool)
      pool = std::make_shared<Poco::Data::SessionPool>(Connector::KEY, kPool, 1, 100, 10);
    pool_ = pool;
  }

private:
  std::shared_ptr<Poco::Data::SessionPool> pool_;
};

struct Orders {
  Orders() : connection(ORDERS) {}
  pqxx::connection connection;
};

int main() {
  Stock stock;
  Orders orders;
  Poco::Data::Session file(Connector::KEY, kFile);
  soci::session a("mysql://host=a.corp.lan db=shop");           // finding: hardcoded-host warning "a.corp.lan"
  soci::session b("postgresql", "dbname=shop Host='b.corp.lan'"); // finding: hardcoded-host warning "b.corp.lan"
  soci::session c("sqlite3", "shop.db");
  soci::session memory("sqlite3", ":memory:"), shared("sqlite3://:memory:");
  soci::session d("odbc", "Driver={X};Server=tcp:d.corp.lan,1433;Database=s"); // finding: hardcoded-host warning "d.corp.lan"
  PQfinish(PQconnectdb("dbname=shop user=app"));
  PQfinish(PQconnectdb("host=/var/run/postgresql dbname=shop"));
  PQfinish(PQconnectdb("hostaddr = 10.0.0.5 dbname=shop"));     // finding: hardcoded-host warning "10.0.0.5"
  PQfinish(PQconnectdb("postgresql://app@e.corp.lan/shop?sslmode=require")); // finding: hardcoded-host warning "e.corp.lan"
  const char *dsn = std::getenv("DSN");
  pqxx::connection f(dsn ? dsn : "host=f.corp.lan");
}
