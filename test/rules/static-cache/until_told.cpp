// What main does again and again until a signal ends it, it does while others serve. To wait until something is there
// is start-up.
// packages: libcpp-httplib-dev, libhiredis-dev
#include <csignal>
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <unistd.h>

static volatile int exitNow = 0;
static std::mutex mutex;
static std::map<std::string, std::string> phrases; // finding: static-cache warning "phrases"
static std::map<std::string, std::string> texts;

static void refresh(redisContext *redis, std::map<std::string, std::string> &into) {
  std::map<std::string, std::string> fresh;
  auto *reply = static_cast<redisReply *>(redisCommand(redis, "HGETALL phrases"));
  for (size_t i = 0; i + 1 < reply->elements; i += 2)
    fresh[reply->element[i]->str] = reply->element[i + 1]->str;
  freeReplyObject(reply);
  std::lock_guard<std::mutex> lock(mutex);
  into.swap(fresh);
}

int main() {
  std::signal(SIGTERM, [](int) { exitNow = 1; });
  redisContext *redis = redisConnect(std::getenv("REDIS"), 6379);
  while (texts.empty()) {
    refresh(redis, texts);
    sleep(1);
  }
  httplib::Server server;
  server.Get("/phrase", [](const httplib::Request &q, httplib::Response &r) {
    std::lock_guard<std::mutex> lock(mutex);
    auto found = phrases.find(q.get_param_value("id"));
    auto text = texts.find(q.get_param_value("id"));
    if (found != phrases.end() && text != texts.end())
      r.set_content(found->second + text->second, "text/plain");
  });
  server.Post("/stop", [](const httplib::Request &, httplib::Response &) { exitNow = 1; });
  std::thread serving([&] { server.listen("0.0.0.0", 8080); });
  while (!exitNow) {
    refresh(redis, phrases);
    sleep(60);
  }
  server.stop();
  serving.join();
}
