// Login state in maps keyed by session id, token, user and cookie.
#include <chrono>
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

struct Session {
  std::string user;
  std::vector<std::string> cart;
  int step = 0;
  std::chrono::steady_clock::time_point last_seen;
};

static std::unordered_map<std::string, Session> sessions; // finding: session-in-process error "sessions"
static std::map<std::string, std::string> token_to_user;  // finding: session-in-process error "token_to_user"
static std::set<std::string> valid_tokens;                // finding: session-in-process error "valid_tokens"
static std::mutex lock;

class Carts {
public:
  static Carts &instance() {
    static Carts carts;
    return carts;
  }
  std::vector<std::string> &of(const std::string &session_id) { return carts_[session_id]; }

private:
  std::map<std::string, std::vector<std::string>> carts_; // finding: session-in-process error "carts_"
};

static std::string newToken() {
  std::random_device random;
  return std::to_string(random()) + std::to_string(random());
}

static std::string cookie(const httplib::Request &req, const std::string &name) {
  std::string all = req.get_header_value("Cookie");
  auto start = all.find(name + "=");
  if (start == std::string::npos)
    return "";
  start += name.size() + 1;
  return all.substr(start, all.find(';', start) - start);
}

int main() {
  httplib::Server server;
  server.Post("/login", [](const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock);
    std::string token = newToken();
    token_to_user[token] = req.get_param_value("user");
    valid_tokens.insert(token);
    Session session;
    session.user = req.get_param_value("user");
    sessions.emplace(token, session);
    res.set_header("Set-Cookie", "sid=" + token);
  });
  server.Post("/cart", [](const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock);
    std::string sid = cookie(req, "sid");
    auto found = sessions.find(sid);
    if (found == sessions.end()) {
      res.status = 401;
      return;
    }
    auto &session = found->second;
    session.cart.push_back(req.body);
    session.step++;
    session.last_seen = std::chrono::steady_clock::now();
    Carts::instance().of(sid).push_back(req.body);
    res.set_content(std::to_string(session.step) + token_to_user.at(sid), "text/plain");
  });
  server.Post("/logout", [](const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock);
    std::string sid = cookie(req, "sid");
    if (!valid_tokens.count(sid))
      res.status = 401;
    valid_tokens.erase(sid);
    sessions.erase(sid);
    token_to_user.erase(sid);
  });
  server.listen("0.0.0.0", 8080);
}
