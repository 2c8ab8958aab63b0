// cinatra: its own sessions, which live in the process's memory.
#include <any>
#include <cinatra.hpp>
#include <string>

using namespace cinatra;

int main() {
  coro_http_server server(1, 8080);
  server.set_http_handler<POST>("/login", [](coro_http_request &req, coro_http_response &res) {
    auto session = req.get_session(); // finding: session-in-process error
    session->set_data("user", std::string(req.get_query_value("user")));
    res.set_status_and_content(status_type::ok);
  });
  server.set_http_handler<GET>("/who", [](coro_http_request &req, coro_http_response &res) {
    std::string token(req.get_query_value("token")); // near-miss: looked up elsewhere
    res.set_status_and_content(status_type::ok, token);
  });
  server.sync_start();
}
