#include "book.h"

#include "redis.h"

#include <map>
#include <mutex>

namespace {

Redis connect() { return Redis("redis.guestbook.internal", 6379); }

std::mutex cacheMutex;

// Rendering is slow, so every page is rendered once.
std::map<std::string, std::string> &renderedPages() {
  static std::map<std::string, std::string> pages;
  return pages;
}

int visitors = 0;

} // namespace

void sign(const std::string &user, const std::string &text) {
  Redis redis = connect();
  redis.command({"LPUSH", "entries", user + ": " + text});
  std::lock_guard<std::mutex> lock(cacheMutex);
  renderedPages().clear();
}

std::string bookPage() {
  std::lock_guard<std::mutex> lock(cacheMutex);
  const std::string visitor =
      "<p>You are visitor number " + std::to_string(++visitors) + "</p>\n";
  const auto cached = renderedPages().find("book");
  if (cached != renderedPages().end())
    return cached->second + visitor;

  Redis redis = connect();
  std::string page = "<h1>Guest book</h1>\n";
  for (const std::string &entry :
       redis.command({"LRANGE", "entries", "0", "19"}))
    page += "<p>" + entry + "</p>\n";
  renderedPages()["book"] = page;
  return page + visitor;
}
