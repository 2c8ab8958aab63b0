// Work that goes to a durable queue before the request is answered.
// packages: libhiredis-dev, libcpp-httplib-dev
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <mutex>
#include <queue>
#include <string>
#include <vector>

class Jobs {
public:
  explicit Jobs(const char *host) : context_(redisConnect(host, 6379)) {}
  bool push(const std::string &job) {
    std::lock_guard<std::mutex> hold(lock_);
    auto *reply = static_cast<redisReply *>(redisCommand(context_, "XADD jobs * text %s", job.c_str()));
    bool stored = reply && reply->type != REDIS_REPLY_ERROR;
    freeReplyObject(reply);
    return stored;
  }

private:
  std::mutex lock_;
  redisContext *context_;
};

int main() {
  Jobs jobs(std::getenv("REDIS_HOST"));
  httplib::Server server;
  server.Post("/job", [&jobs](const httplib::Request &req, httplib::Response &res) {
    std::queue<std::string> steps;
    for (char c : req.body)
      steps.push(std::string(1, c));
    bool stored = true;
    while (!steps.empty()) {
      stored = stored && jobs.push(steps.front());
      steps.pop();
    }
    res.status = stored ? 202 : 503;
  });
  server.listen("0.0.0.0", 8080);
}
