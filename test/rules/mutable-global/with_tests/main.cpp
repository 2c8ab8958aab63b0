#include "shop.h"
#include <httplib.h>
int main() {
  httplib::Server server;
  server.Get("/price", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(std::to_string(price(static_cast<int>(req.params.size()))), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
