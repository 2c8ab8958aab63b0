#include "routes.h"
#include "store.h"
int main(int argc, char **argv) {
  Store::instance().configure("prefix", argc > 1 ? argv[1] : "item: ");
  httplib::Server server;
  addRoutes(server);
  server.listen("0.0.0.0", 8080);
}
