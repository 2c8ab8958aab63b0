// Who a visitor is comes from a cookie, a header or a field of the request's body, and what is known of
// them is found by it in the process.
// packages: libcivetweb-dev, libcpp-httplib-dev, nlohmann-json3-dev
#include <civetweb.h>
#include <cstdio>
#include <cstring>
#include <httplib.h>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>

static std::mutex guard;
static std::map<std::string, int> steps;                // finding: session-in-process error
static std::map<std::string, std::string> principals;   // finding: session-in-process error
static std::map<std::string, std::string> nicknames;    // finding: session-in-process error
static std::map<std::string, std::string> translations; // finding: static-cache error

static int step(struct mg_connection *connection, void *) {
  char who[64];
  const char *cookies = ::mg_get_header(connection, "Cookie");
  if (::mg_get_cookie(cookies, "visit", who, sizeof who) <= 0)
    return 403;
  std::lock_guard<std::mutex> lock(guard);
  ::mg_printf(connection, "HTTP/1.1 200 OK\r\n\r\n%d", ++steps[who]);
  return 200;
}

static void enter(const httplib::Request &req, httplib::Response &res) {
  std::lock_guard<std::mutex> lock(guard);
  principals.emplace(req.body, req.get_header_value("X-User"));
  res.status = 204;
}
static void whoAmI(const httplib::Request &req, httplib::Response &res) {
  std::lock_guard<std::mutex> lock(guard);
  auto known = principals.find(req.get_header_value("X-Session-Token"));
  res.set_content(known == principals.end() ? "nobody" : known->second, "text/plain");
}

static void call(const httplib::Request &req, httplib::Response &res) {
  auto body = nlohmann::json::parse(req.body);
  std::lock_guard<std::mutex> lock(guard);
  nicknames[body["token"].get<std::string>()] = body["name"].get<std::string>();
  translations[body["word"].get<std::string>()] = body["is"].get<std::string>();
  res.set_content(translations[body["ask"].get<std::string>()], "text/plain");
}
static void greet(const httplib::Request &req, httplib::Response &res) {
  std::lock_guard<std::mutex> lock(guard);
  res.set_content("hello " + nicknames[req.get_header_value("Authorization")], "text/plain");
}

int main() {
  const char *options[] = {"listening_ports", "8081", nullptr};
  struct mg_callbacks callbacks {};
  struct mg_context *context = ::mg_start(&callbacks, nullptr, options);
  ::mg_set_request_handler(context, "/step", step, nullptr);
  httplib::Server server;
  server.Post("/enter", enter);
  server.Get("/me", whoAmI);
  server.Post("/call", call);
  server.Get("/greet", greet);
  server.listen("0.0.0.0", 8080);
  ::mg_stop(context);
}
