// Locals of a loop that takes jobs, read by functions that get them by const reference.
// packages: libhiredis-dev
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <string>
#include <vector>

static int sum(const std::vector<unsigned char> &bytes) {
  int total = 0;
  for (unsigned char b : bytes)
    total += b;
  return total;
}

static bool known(const std::vector<std::string> &names, const std::string &name) {
  for (const std::string &n : names)
    if (n == name)
      return true;
  return false;
}

int main() {
  redisContext *redis = redisConnect(std::getenv("REDIS"), 6379);
  std::vector<unsigned char> image;
  std::vector<std::string> seen; // finding: handler-state error "seen"
  for (;;) {
    auto *job = static_cast<redisReply *>(redisCommand(redis, "BRPOPLPUSH images busy 0"));
    image.assign(job->str, job->str + job->len);
    if (!known(seen, job->str))
      redisCommand(redis, "SET sum:%s %d", job->str, sum(image));
    seen.push_back(job->str);
    freeReplyObject(job);
  }
}
