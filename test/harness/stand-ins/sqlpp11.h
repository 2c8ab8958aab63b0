// Stand-in, see README.md: sqlpp11's connectors, after their documentation.
#pragma once
#include <memory>
#include <string>

namespace sqlpp {
namespace postgresql {
struct connection_config {
  std::string host;
  std::string dbname;
};
struct connection_base;
} // namespace postgresql
namespace sqlite3 {
struct connection_config {
  connection_config(std::string path, int flags = 0);
  std::string path_to_database;
};
struct connection_base;
} // namespace sqlite3
template <typename Base> struct normal_connection {
  template <typename Config> explicit normal_connection(const std::shared_ptr<Config> &config);
  void execute(const std::string &statement);
};
namespace postgresql {
using connection = normal_connection<connection_base>;
}
namespace sqlite3 {
using connection = normal_connection<connection_base>;
}
} // namespace sqlpp
