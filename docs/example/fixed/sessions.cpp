#include "sessions.h"

#include <random>

namespace {

constexpr const char *HalfAnHour = "1800";

} // namespace

std::string openSession(Redis &redis, const std::string &user) {
  std::random_device random;
  const std::string token =
      std::to_string(random()) + "-" + std::to_string(random());
  redis.command({"SET", "session:" + token, user, "EX", HalfAnHour});
  return token;
}

std::string sessionUser(Redis &redis, const std::string &token) {
  const auto user = redis.command({"GET", "session:" + token});
  return user.empty() ? "" : user.front();
}

std::string countEntry(Redis &redis, const std::string &token) {
  const auto count = redis.command({"INCR", "written:" + token});
  redis.command({"EXPIRE", "written:" + token, HalfAnHour});
  return count.empty() ? "" : count.front();
}
