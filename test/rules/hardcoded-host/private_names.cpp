// Names that only a private network resolves name a place in it like an address does.
// packages: libcpp-httplib-dev
#include <httplib.h>

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &, httplib::Response &res) {
    httplib::Client catalog("http://catalog.service");        // finding: hardcoded-host warning
    httplib::Client ledger("http://ledger.shop.consul");      // finding: hardcoded-host warning
    httplib::Client people("http://people.corp.intranet");    // finding: hardcoded-host warning
    httplib::Client bank("http://bank.corp.private");         // finding: hardcoded-host warning
    httplib::Client weather("http://api.weather-of-all.com"); // near-miss: a public API
    bool ok = catalog.Get("/") && ledger.Get("/") && people.Get("/") && bank.Get("/") && weather.Get("/");
    res.status = ok ? 204 : 502;
  });
  server.listen("0.0.0.0", 8080);
}
