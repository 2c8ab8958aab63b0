// What differs between deployments, read once from the environment.
#pragma once

#include <string>

struct Settings {
  int port = 8080;
  std::string redisHost;
  int redisPort = 6379;
};

Settings readSettings();
