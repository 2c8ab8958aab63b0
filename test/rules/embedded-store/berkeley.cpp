// Berkeley DB, whose C interface is a table of function pointers.
// packages: libdb-dev, libcpp-httplib-dev
#include <db.h>
#include <httplib.h>
#include <string>

int main() {
  DB *orders = nullptr;
  db_create(&orders, nullptr, 0);
  orders->open(orders, nullptr, "/var/lib/shop/orders.bdb", nullptr, DB_BTREE, DB_CREATE, 0644); // finding: embedded-store error
  httplib::Server server;
  server.Post("/order", [orders](const httplib::Request &req, httplib::Response &res) {
    std::string text = req.body;
    DBT row{};
    row.data = text.data();
    row.size = static_cast<u_int32_t>(text.size());
    res.status = orders->put(orders, nullptr, &row, &row, 0) == 0 ? 201 : 500;
  });
  server.listen("0.0.0.0", 8080);
  orders->close(orders, 0);
}
