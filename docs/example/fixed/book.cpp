#include "book.h"

void sign(Redis &redis, const std::string &user, const std::string &text) {
  redis.command({"LPUSH", "entries", user + ": " + text});
  redis.command({"DEL", "page"});
}

std::string bookPage(Redis &redis) {
  const auto number = redis.command({"INCR", "visitors"});
  const std::string visitor = "<p>You are visitor number " +
                              (number.empty() ? "?" : number.front()) +
                              "</p>\n";
  const auto cached = redis.command({"GET", "page"});
  if (!cached.empty())
    return cached.front() + visitor;

  std::string page = "<h1>Guest book</h1>\n";
  for (const std::string &entry :
       redis.command({"LRANGE", "entries", "0", "19"}))
    page += "<p>" + entry + "</p>\n";
  redis.command({"SET", "page", page, "EX", "60"});
  return page + visitor;
}
