#include "sessions.h"

#include <random>

std::string Sessions::open(const std::string &user) {
  std::random_device random;
  const std::string token =
      std::to_string(random()) + "-" + std::to_string(random());
  std::lock_guard<std::mutex> lock(mutex_);
  sessions_[token].user = user;
  return token;
}

std::string Sessions::user(const std::string &token) const {
  std::lock_guard<std::mutex> lock(mutex_);
  const auto found = sessions_.find(token);
  return found == sessions_.end() ? "" : found->second.user;
}

int Sessions::written(const std::string &token) {
  std::lock_guard<std::mutex> lock(mutex_);
  return ++sessions_[token].entries;
}
