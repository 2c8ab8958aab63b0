// How it is with a backing service, remembered beside the handle: each process finds out for itself.
#include <atomic>
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <string>

static redisContext *redis = nullptr;
static std::atomic<bool> redis_available{false}; // near-miss: says how the handle is
static bool kitchen_ready = false;               // finding: mutable-global error "kitchen_ready"

class Mirror {
public:
  explicit Mirror(const std::string &url) : upstream(url) {}
  bool copy(const std::string &name) {
    auto answer = upstream.Get("/" + name);
    upstreamFailed = !answer;
    copyDisabled = !answer;
    return static_cast<bool>(answer);
  }
  bool healthy() const { return !upstreamFailed; }
  void close(bool closed) { counterOffline = closed; }
  void disable(bool disabled) { answersDisabled = disabled; }
  bool answers() const { return !answersDisabled && !copyDisabled; }
  bool closed() const { return counterOffline; }

private:
  httplib::Client upstream;
  bool upstreamFailed = false; // near-miss: says how the client's last call went
  bool copyDisabled = false;   // near-miss: as the client's last call went
  bool answersDisabled = false; // finding: handler-state error "answersDisabled"
  bool counterOffline = false; // finding: handler-state error "counterOffline"
};

static std::string cached(const std::string &key) {
  redisReply *reply = redis ? static_cast<redisReply *>(redisCommand(redis, "GET %s", key.c_str())) : nullptr;
  redis_available = reply != nullptr;
  std::string text = reply && reply->str ? reply->str : "";
  if (reply)
    freeReplyObject(reply);
  return text;
}

int main() {
  redis = redisConnect(std::getenv("REDIS_HOST"), 6379);
  Mirror mirror(std::getenv("MIRROR_URL"));
  httplib::Server server;
  server.Get("/value", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(cached(req.get_param_value("key")), "text/plain");
  });
  server.Post("/kitchen", [](const httplib::Request &req, httplib::Response &) {
    kitchen_ready = req.body == "open";
  });
  server.Post("/counter", [&](const httplib::Request &req, httplib::Response &) { mirror.close(req.body == "closed"); });
  server.Post("/disable", [&](const httplib::Request &req, httplib::Response &) { mirror.disable(req.body == "yes"); });
  server.Get("/answers", [&](const httplib::Request &, httplib::Response &res) { res.status = mirror.answers() ? 200 : 503; });
  server.Get("/menu", [&](const httplib::Request &, httplib::Response &res) {
    res.set_content(kitchen_ready ? "open" : "closed", "text/plain");
    if (mirror.closed() || !mirror.copy("menu"))
      res.status = 503;
  });
  server.Get("/readiness", [&](const httplib::Request &, httplib::Response &res) {
    res.status = redis_available && mirror.healthy() ? 200 : 503;
  });
  server.listen("0.0.0.0", 8080);
}
