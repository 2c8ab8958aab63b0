#include "mail.h"
#include <httplib.h>

int main() {
  prepareBanner();
  httplib::Server server;
  server.Get("/inbox", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(banner() + inbox(req.get_param_value("user")), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
