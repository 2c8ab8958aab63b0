// The little of Redis that a guest book needs.
#pragma once

#include <hiredis/hiredis.h>

#include <memory>
#include <string>
#include <vector>

class Redis {
public:
  Redis(const std::string &host, int port);

  // Sends one command; the parts are not interpreted, so they may hold
  // anything. Throws std::runtime_error when Redis does not answer.
  std::vector<std::string> command(const std::vector<std::string> &parts);

private:
  struct Close {
    void operator()(redisContext *context) const { redisFree(context); }
  };
  std::unique_ptr<redisContext, Close> context_;
};
