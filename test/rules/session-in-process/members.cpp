// The same in handler objects and captured locals: session data wins over rules 2 and 3.
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

struct LoginState {
  std::string user_name;
  bool two_factor_done = false;
};

class SessionManager {
public:
  std::string open(const std::string &user) {
    std::lock_guard<std::mutex> hold(lock_);
    std::string id = "s" + std::to_string(std::hash<std::string>{}(user));
    sessions_[id] = std::make_shared<LoginState>();
    sessions_[id]->user_name = user;
    return id;
  }
  std::shared_ptr<LoginState> find(const std::string &id) {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = sessions_.find(id);
    return found == sessions_.end() ? nullptr : found->second;
  }

private:
  std::mutex lock_;
  std::unordered_map<std::string, std::shared_ptr<LoginState>> sessions_; // finding: session-in-process error "sessions_"
};

class Wizard {
public:
  void handle(const httplib::Request &req, httplib::Response &res) {
    std::string session_id = req.get_header_value("X-Session-Id");
    int &step = step_by_session_[session_id];
    ++step;
    res.set_content("step " + std::to_string(step), "text/plain");
  }

private:
  std::map<std::string, int> step_by_session_; // finding: session-in-process error "step_by_session_"
};

int main() {
  SessionManager manager;
  Wizard wizard;
  std::map<std::string, std::string> refresh_tokens; // finding: session-in-process error "refresh_tokens"
  httplib::Server server;
  server.Post("/login", [&](const httplib::Request &req, httplib::Response &res) {
    std::string user = req.get_param_value("user");
    std::string id = manager.open(user);
    refresh_tokens[id] = user;
    res.set_header("Set-Cookie", "session=" + id);
  });
  server.Post("/two-factor", [&manager](const httplib::Request &req, httplib::Response &res) {
    if (auto state = manager.find(req.get_header_value("X-Session-Id")))
      state->two_factor_done = true;
    else
      res.status = 401;
  });
  server.Get("/refresh", [&refresh_tokens](const httplib::Request &req, httplib::Response &res) {
    auto found = refresh_tokens.find(req.get_header_value("X-Refresh-Token"));
    res.status = found == refresh_tokens.end() ? 401 : 200;
  });
  server.Post("/wizard", [&wizard](const auto &req, auto &res) { wizard.handle(req, res); });
  server.listen("0.0.0.0", 8080);
}
