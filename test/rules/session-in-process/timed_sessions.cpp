// A session that knows since when, and whom to call, is no timer; a timer with a name is one.
#include <chrono>
#include <functional>
#include <httplib.h>
#include <map>
#include <string>

struct Session {
  std::string user;
  std::string cookie;
  std::chrono::system_clock::time_point since;
  std::function<void(const std::string &)> tell;
};

struct Reminder {
  std::string name;
  std::chrono::system_clock::time_point due;
  std::function<void()> ring;
};

class Manager {
public:
  void enter(const std::string &user, const std::string &cookie) {
    sessions_[cookie] = {user, cookie, std::chrono::system_clock::now(), [](const std::string &) {}};
  }
  std::string who(const std::string &cookie) {
    auto found = sessions_.find(cookie);
    return found == sessions_.end() ? "" : found->second.user;
  }
  void wake() { next_ = {"sweep", std::chrono::system_clock::now() + std::chrono::minutes(1), [] {}}; }
  bool late() const { return next_.due < std::chrono::system_clock::now(); }

private:
  std::map<std::string, Session> sessions_; // finding: session-in-process error "sessions_"
  Reminder next_;                           // near-miss: a timer
};

int main() {
  Manager manager;
  httplib::Server server;
  server.Post("/in", [&](const httplib::Request &request, httplib::Response &response) {
    if (manager.late())
      manager.wake();
    manager.enter(request.body, request.get_header_value("Cookie"));
    response.status = 204;
  });
  server.Get("/", [&](const httplib::Request &request, httplib::Response &response) {
    response.set_content(manager.who(request.get_header_value("Cookie")), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
