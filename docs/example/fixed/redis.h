// The little of Redis that a guest book needs.
#pragma once

#include "settings.h"

#include <hiredis/hiredis.h>

#include <memory>
#include <string>
#include <vector>

// A connection; made for one request and closed with it.
class Redis {
public:
  explicit Redis(const Settings &settings);

  // Sends one command; the parts are not interpreted, so they may hold
  // anything. Throws std::runtime_error when Redis does not answer.
  std::vector<std::string> command(const std::vector<std::string> &parts);

private:
  struct Close {
    void operator()(redisContext *context) const { redisFree(context); }
  };
  std::unique_ptr<redisContext, Close> context_;
};
