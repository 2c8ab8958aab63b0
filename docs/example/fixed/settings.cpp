#include "settings.h"

#include <cstdlib>

namespace {

std::string environment(const char *name, const std::string &fallback) {
  const char *value = std::getenv(name);
  return value ? value : fallback;
}

} // namespace

Settings readSettings() {
  Settings settings;
  settings.port = std::stoi(environment("PORT", "8080"));
  settings.redisHost = environment("REDIS_HOST", "localhost");
  settings.redisPort = std::stoi(environment("REDIS_PORT", "6379"));
  return settings;
}
