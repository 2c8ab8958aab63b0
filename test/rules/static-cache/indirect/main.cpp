#include "dispatch.h"
#include "notes.h"
#include <httplib.h>
int main() {
  setUp();
  httplib::Server server;
  server.Post(R"(/do/(\w+))", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(dispatch(req.matches[1], req.body), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
