// A session of a game, which many play in, is no visitor's session.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <map>
#include <memory>
#include <string>

struct GameSession {
  int moves = 0;
};
struct UserSession {
  std::string name;
};

int main() {
  std::map<std::string, std::shared_ptr<GameSession>> sessions; // finding: handler-state error "sessions"
  std::map<std::string, UserSession> visitors;                  // finding: session-in-process error "visitors"
  httplib::Server server;
  server.Post("/move", [&](const httplib::Request &req, httplib::Response &res) {
    auto &session = sessions[req.get_param_value("map")];
    if (!session)
      session = std::make_shared<GameSession>();
    res.set_content(std::to_string(++session->moves), "text/plain");
  });
  server.Post("/login", [&](const httplib::Request &req, httplib::Response &) { visitors[req.body].name = req.body; });
  server.Get("/who", [&](const httplib::Request &req, httplib::Response &res) { res.set_content(visitors[req.body].name, "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
