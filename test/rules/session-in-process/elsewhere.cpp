// Sessions that live in Redis or with the client; a request's own look at them.
// packages: libhiredis-dev, libcpp-httplib-dev
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <map>
#include <string>

struct Session {
  std::string user;
  std::map<std::string, std::string> values;
  bool dirty = false;
};

class SessionStore {
public:
  explicit SessionStore(const char *host) : context_(redisConnect(host, 6379)) {}
  Session load(const std::string &session_id) {
    Session session;
    auto *reply = static_cast<redisReply *>(redisCommand(context_, "GET session:%s", session_id.c_str()));
    if (reply && reply->str)
      session.user = reply->str;
    freeReplyObject(reply);
    return session;
  }
  void save(const std::string &session_id, const Session &session) {
    freeReplyObject(redisCommand(context_, "SETEX session:%s 3600 %s", session_id.c_str(), session.user.c_str()));
  }

private:
  redisContext *context_;
};

static std::string sign(const std::string &payload, const std::string &key) {
  return std::to_string(std::hash<std::string>{}(payload + key));
}

int main() {
  const char *host = std::getenv("REDIS_HOST");
  SessionStore store(host ? host : "redis");
  const std::string key = std::getenv("TOKEN_KEY");
  httplib::Server server;
  server.Post("/cart", [&store](const httplib::Request &req, httplib::Response &res) {
    std::string session_id = req.get_header_value("X-Session-Id");
    Session session = store.load(session_id);
    session.values["last"] = req.body;
    session.dirty = true;
    if (session.dirty)
      store.save(session_id, session);
    res.set_content(session.user, "text/plain");
  });
  server.Post("/token", [&key](const httplib::Request &req, httplib::Response &res) {
    std::string payload = "user=" + req.get_param_value("user");
    res.set_header("Set-Cookie", "token=" + payload + "." + sign(payload, key));
  });
  server.Get("/me", [&key](const httplib::Request &req, httplib::Response &res) {
    std::string token = req.get_header_value("Cookie");
    auto dot = token.rfind('.');
    bool valid = dot != std::string::npos && sign(token.substr(6, dot - 6), key) == token.substr(dot + 1);
    res.status = valid ? 200 : 401;
  });
  server.listen("0.0.0.0", 8080);
}
