// Handles that are made at first use and mended on failure; per-request slots of a thread.
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <string>

static redisContext *redis = nullptr;
static std::unique_ptr<httplib::Client> billing;
static std::mutex lock;
static thread_local std::string current_user;
static thread_local const httplib::Request *current_request = nullptr;
static std::string region_name;
static std::once_flag region_once;

static redisContext *connection() {
  std::lock_guard<std::mutex> hold(lock);
  if (redis && redis->err) {
    redisFree(redis);
    redis = nullptr;
  }
  if (!redis)
    redis = redisConnect(std::getenv("REDIS_HOST"), 6379);
  return redis;
}

static httplib::Client &billingClient() {
  if (!billing)
    billing = std::make_unique<httplib::Client>(std::getenv("BILLING_URL"));
  return *billing;
}

static const std::string &region() {
  std::call_once(region_once, [] {
    const char *value = std::getenv("REGION");
    region_name = value ? value : "eu";
  });
  return region_name;
}

static std::string greet() { return current_user + " " + current_request->path; }

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &req, httplib::Response &res) {
    current_user = req.get_param_value("user");
    current_request = &req;
    auto *reply = static_cast<redisReply *>(redisCommand(connection(), "GET motd"));
    std::string motd = reply && reply->str ? reply->str : "";
    freeReplyObject(reply);
    auto balance = billingClient().Get("/balance");
    res.set_content(greet() + motd + region() + (balance ? balance->body : ""), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
