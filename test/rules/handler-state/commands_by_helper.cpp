// A worker whose queue lies in Redis, asked through a helper that takes the command as a text.
// packages: libhiredis-dev
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <iostream>
#include <string>

class Queue {
public:
  explicit Queue(const char *host) : context_(redisConnect(host, 6379)) {}
  std::string call(const char *format, const char *argument) {
    auto *reply = static_cast<redisReply *>(redisCommand(context_, format, argument));
    std::string text = reply && reply->str ? reply->str : "";
    freeReplyObject(reply);
    return text;
  }
  std::string take() { return call("BRPOPLPUSH %s work:active 0", "work"); }
  std::string setting(const char *name) { return call("GET %s", name); }
  void done(const std::string &job) { call("LREM work:active 1 %s", job.c_str()); }

private:
  redisContext *context_;
};

int main() {
  Queue queue(std::getenv("REDIS_HOST"));
  std::string previous; // finding: handler-state error "previous"
  std::string setting = queue.setting("mode");
  while (setting.empty())
    setting = queue.setting("mode"); // near-miss: no job
  for (;;) {
    std::string job = queue.take();
    if (job == previous)
      continue;
    std::cout << setting << job << std::endl;
    previous = job;
    queue.done(job);
  }
}
