#include "client.h"
#include <httplib.h>
int main() {
  LedgerClient::instance().init("10.20.0.5"); // finding: hardcoded-host warning "10.20.0.5"
  LedgerClient second(kLedgerHost);
  httplib::Server server;
  server.Post("/", [&second](const httplib::Request &req, httplib::Response &res) {
    bool good = LedgerClient::instance().post(3) && second.post(static_cast<int>(req.params.size()));
    res.status = good ? 204 : 502;
  });
  server.listen("0.0.0.0", 8080);
}
