// A report that runs once may use an embedded store: rules 7 to 13 are silent.
#include <cstdio>
#include <sqlite3.h>

int main(int argc, char **argv) {
  sqlite3 *database = nullptr;
  if (sqlite3_open(argc > 1 ? argv[1] : "report.db", &database) != SQLITE_OK)
    return 1;
  sqlite3_exec(database, "create table if not exists t(n)", nullptr, nullptr, nullptr);
  std::printf("%d changes\n", sqlite3_total_changes(database));
  sqlite3_close(database);
}
