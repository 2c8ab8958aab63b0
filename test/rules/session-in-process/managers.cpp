// Who is logged in, whatever the class is called: by a random id that goes into a cookie, or by a
// header that says who asks. What is kept by an article's number is no session.
#include <httplib.h>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <vector>

struct Principal {
  std::string name;
  bool admin = false;
};

class SessionManager {
public:
  std::string start(const Principal &who) {
    std::lock_guard<std::mutex> hold(lock_);
    std::string id;
    for (int i = 0; i < 4; ++i)
      id += std::to_string(random_());
    live_[id] = who;
    return id;
  }
  std::optional<Principal> who(const std::string &id) {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = live_.find(id);
    return found == live_.end() ? std::nullopt : std::optional<Principal>(found->second);
  }

private:
  std::mutex lock_;
  std::mt19937 random_{std::random_device{}()};
  std::map<std::string, Principal> live_; // finding: session-in-process error "live_"
};

class Desk {
public:
  void choose(const httplib::Request &req) {
    std::lock_guard<std::mutex> hold(lock_);
    chosen_[req.get_header_value("X-Session-Id")].push_back(req.body);
  }
  std::string chosen(const httplib::Request &req) {
    std::lock_guard<std::mutex> hold(lock_);
    std::string all;
    for (const std::string &one : chosen_[req.get_header_value("X-Session-Id")])
      all += one + "\n";
    return all;
  }
  void speak(const httplib::Request &req) {
    std::lock_guard<std::mutex> hold(lock_);
    languages_[req.get_header_value("Authorization")] = req.body;
  }
  std::string language(const httplib::Request &req) {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = languages_.find(req.get_header_value("Authorization"));
    return found == languages_.end() ? "en" : found->second;
  }
  void price(int article, const std::string &text) {
    std::lock_guard<std::mutex> hold(lock_);
    prices_[article] = text;
  }
  std::string price(int article) {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = prices_.find(article);
    return found == prices_.end() ? "?" : found->second;
  }

private:
  std::mutex lock_;
  std::map<std::string, std::vector<std::string>> chosen_; // finding: session-in-process error "chosen_"
  std::map<std::string, std::string> languages_;           // finding: session-in-process error "languages_"
  std::map<int, std::string> prices_;                      // finding: static-cache|handler-state error "prices_"
};

int main() {
  SessionManager manager;
  Desk desk;
  httplib::Server server;
  server.Post("/login", [&manager](const httplib::Request &req, httplib::Response &res) {
    res.set_header("Set-Cookie", "id=" + manager.start({req.get_param_value("name")}) + "; HttpOnly; Secure");
  });
  server.Get("/me", [&manager](const httplib::Request &req, httplib::Response &res) {
    const std::string cookie = req.get_header_value("Cookie");
    const std::optional<Principal> who = manager.who(cookie.substr(cookie.find('=') + 1));
    res.set_content(who ? who->name : "nobody", "text/plain");
  });
  server.Post("/chosen", [&desk](const httplib::Request &req, httplib::Response &) { desk.choose(req); });
  server.Get("/chosen", [&desk](const httplib::Request &req, httplib::Response &res) { res.set_content(desk.chosen(req), "text/plain"); });
  server.Put("/language", [&desk](const httplib::Request &req, httplib::Response &) { desk.speak(req); });
  server.Get("/hello", [&desk](const httplib::Request &req, httplib::Response &res) { res.set_content(desk.language(req), "text/plain"); });
  server.Put(R"(/price/(\d+))", [&desk](const httplib::Request &req, httplib::Response &) { desk.price(std::stoi(req.matches[1]), req.body); });
  server.Get(R"(/price/(\d+))", [&desk](const httplib::Request &req, httplib::Response &res) {
    res.set_content(desk.price(std::stoi(req.matches[1])), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
