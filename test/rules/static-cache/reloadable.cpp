// Memos that are recomputed or fetched again on a miss: instances merely diverge.
// packages: libhiredis-dev, libcpp-httplib-dev
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>
#include <unordered_map>

static std::unordered_map<std::string, std::string> article_cache; // finding: static-cache warning "article_cache"
static std::mutex cache_lock;
static redisContext *redis = nullptr;

static std::string loadArticle(const std::string &slug) {
  auto *reply = static_cast<redisReply *>(redisCommand(redis, "GET %s", slug.c_str()));
  std::string text = reply && reply->str ? reply->str : "";
  freeReplyObject(reply);
  return text;
}

static std::string article(const std::string &slug) {
  std::lock_guard<std::mutex> hold(cache_lock);
  auto found = article_cache.find(slug);
  if (found != article_cache.end())
    return found->second;
  std::string loaded = loadArticle(slug);
  article_cache.emplace(slug, loaded);
  return loaded;
}

static unsigned long fibonacci(unsigned n) {
  static std::map<unsigned, unsigned long> memo; // finding: static-cache warning "memo"
  if (n < 2)
    return n;
  if (auto it = memo.find(n); it != memo.end())
    return it->second;
  unsigned long value = fibonacci(n - 1) + fibonacci(n - 2);
  memo[n] = value;
  return value;
}

class Translations {
public:
  static Translations &get() {
    static Translations instance;
    return instance;
  }
  const std::string &text(const std::string &key) {
    if (!texts_.count(key))
      texts_[key] = loadArticle("text:" + key);
    return texts_[key];
  }

private:
  std::map<std::string, std::string> texts_; // finding: static-cache warning "texts_"
};

int main() {
  const char *host = std::getenv("REDIS_HOST");
  redis = redisConnect(host ? host : "redis", 6379);
  httplib::Server server;
  server.Get("/article", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(article(req.get_param_value("slug")) + std::to_string(fibonacci(30)) +
                        Translations::get().text("greeting"),
                    "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
