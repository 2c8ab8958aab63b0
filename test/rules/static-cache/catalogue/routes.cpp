#include "routes.h"
#include "store.h"
void addRoutes(httplib::Server &server) {
  server.Put(R"(/items/(.*))", [](const httplib::Request &req, httplib::Response &res) {
    Store::instance().put(req.matches[1], req.body);
    res.status = 204;
  });
  server.Get(R"(/items/(.*))", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(Store::instance().option("prefix") + Store::instance().get(req.matches[1]), "text/plain");
  });
}
