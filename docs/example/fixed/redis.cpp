#include "redis.h"

#include <stdexcept>

Redis::Redis(const Settings &settings)
    : context_(redisConnect(settings.redisHost.c_str(), settings.redisPort)) {
  if (!context_ || context_->err)
    throw std::runtime_error("no connection to Redis at " + settings.redisHost);
}

std::vector<std::string> Redis::command(const std::vector<std::string> &parts) {
  std::vector<const char *> arguments;
  std::vector<size_t> lengths;
  for (const std::string &part : parts) {
    arguments.push_back(part.data());
    lengths.push_back(part.size());
  }
  void *answer =
      redisCommandArgv(context_.get(), static_cast<int>(arguments.size()),
                       arguments.data(), lengths.data());
  if (!answer)
    throw std::runtime_error("Redis does not answer");
  auto *reply = static_cast<redisReply *>(answer);

  std::vector<std::string> values;
  if (reply->type == REDIS_REPLY_ARRAY) {
    for (size_t i = 0; i < reply->elements; ++i)
      values.emplace_back(reply->element[i]->str, reply->element[i]->len);
  } else if (reply->type == REDIS_REPLY_INTEGER) {
    values.push_back(std::to_string(reply->integer));
  } else if (reply->str) {
    values.emplace_back(reply->str, reply->len);
  }
  freeReplyObject(answer);
  return values;
}
