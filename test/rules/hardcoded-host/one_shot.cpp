// Rule 14 holds for programs that run once, too.
// packages: libpq-dev
#include <cstdio>
#include <postgresql/libpq-fe.h>

int main() {
  PGconn *database = PQconnectdb("postgresql://shop@db.corp.lan/shop"); // finding: hardcoded-host warning "db.corp.lan"
  PGresult *result = PQexec(database, "delete from carts where age > 30");
  std::printf("%s\n", PQcmdTuples(result));
  PQclear(result);
  PQfinish(database);
}
