#include "uploads.h"

void savePicture(Redis &redis, const std::string &user,
                 const std::string &bytes) {
  redis.command({"SET", "picture:" + user, bytes});
}

std::string loadPicture(Redis &redis, const std::string &user) {
  const auto bytes = redis.command({"GET", "picture:" + user});
  return bytes.empty() ? "" : bytes.front();
}
