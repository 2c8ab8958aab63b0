// Crow: the load balancer's cookie is read by a call that says what the visitor sent.
#include <crow.h>
#include <string>

int main() {
  crow::App<crow::CookieParser> app;
  CROW_ROUTE(app, "/where")
  ([&](const crow::request &request) {
    auto &cookies = app.get_context<crow::CookieParser>(request);
    return cookies.get_cookie("AWSALB"); // finding: sticky-session error
  });
  CROW_ROUTE(app, "/locale")
  ([&](const crow::request &request) {
    return app.get_context<crow::CookieParser>(request).get_cookie("locale"); // near-miss: the visitor's own
  });
  app.port(18080).run();
}
