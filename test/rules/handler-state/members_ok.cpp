// Members that are mechanism, handles, configuration, or die with the request.
// packages: libhiredis-dev, libcpp-httplib-dev
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <vector>

class Redis {
public:
  explicit Redis(std::string host) : host_(std::move(host)) {}
  ~Redis() {
    if (context_)
      redisFree(context_);
  }
  std::string get(const std::string &key) {
    connect();
    auto *reply = static_cast<redisReply *>(redisCommand(context_, "GET %s", key.c_str()));
    if (!reply) {
      redisFree(context_);
      context_ = nullptr;
      ++failures_;
      std::fprintf(stderr, "redis failed %d times\n", failures_);
      return "";
    }
    std::string text = reply->str ? reply->str : "";
    freeReplyObject(reply);
    return text;
  }

private:
  void connect() {
    if (!context_)
      context_ = redisConnect(host_.c_str(), 6379);
  }
  std::string host_;
  redisContext *context_ = nullptr;
  int failures_ = 0;
};

class Parser {
public:
  std::vector<std::string> parse(const std::string &text) {
    fields_.clear();
    current_.clear();
    for (char c : text) {
      if (c == ',') {
        fields_.push_back(current_);
        current_.clear();
      } else {
        current_ += c;
      }
    }
    fields_.push_back(current_);
    return fields_;
  }

private:
  std::vector<std::string> fields_;
  std::string current_;
};

class Basket {
public:
  void add(const std::string &item) { items_.push_back(item); }
  size_t size() const { return items_.size(); }

private:
  std::vector<std::string> items_;
};

class Api {
public:
  Api(const char *redis_host, std::string title) : redis_(redis_host), title_(std::move(title)) {}
  void setLimit(int limit) { limit_ = limit; }

  void handle(const httplib::Request &req, httplib::Response &res) {
    Parser parser;
    Basket basket;
    auto extra = std::make_unique<Basket>();
    for (const auto &field : parser.parse(req.body)) {
      basket.add(field);
      extra->add(field);
    }
    ++handled_;
    std::lock_guard<std::mutex> hold(lock_);
    std::optional<int> pick = static_cast<int>(engine_() % 6);
    res.set_content(title_ + redis_.get(req.path) + std::to_string(*pick + basket.size() + extra->size() + limit_),
                    "text/plain");
  }
  void metrics(httplib::Response &res) const {
    res.set_content("handled_total " + std::to_string(handled_), "text/plain");
  }

private:
  Redis redis_;
  std::string title_;
  int limit_ = 0;
  std::mutex lock_;
  std::minstd_rand engine_;
  std::atomic<unsigned long> handled_{0};
};

int main(int argc, char **argv) {
  const char *host = std::getenv("REDIS_HOST");
  Api api(host ? host : "redis", argc > 1 ? argv[1] : "title");
  api.setLimit(12);
  httplib::Server server;
  server.Post("/", [&api](const httplib::Request &req, httplib::Response &res) { api.handle(req, res); });
  server.Get("/metrics", [&api](const httplib::Request &, httplib::Response &res) { api.metrics(res); });
  server.listen("0.0.0.0", 8080);
}
