// A manager of sessions at a conference: talks by room are no visitor's session.
#include <httplib.h>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <vector>
class SessionManager { // conference sessions of a programme
public:
  void put(const std::string &room, const std::string &talk) { talks_[room] = talk; }
  std::string get(const std::string &room) { auto f = talks_.find(room); return f == talks_.end() ? "" : f->second; }
private:
  std::map<std::string, std::string> talks_; // static-cache|handler-state // finding: handler-state "talks_"
};
int main() {
  SessionManager programme;
  httplib::Server server;
  server.Put(R"(/talk/(\w+))", [&](const httplib::Request &req, httplib::Response &) { programme.put(req.matches[1], req.body); });
  server.Get(R"(/talk/(\w+))", [&](const httplib::Request &req, httplib::Response &res) { res.set_content(programme.get(req.matches[1]), "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
