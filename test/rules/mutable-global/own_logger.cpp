// Loggers of the project's own: by class, by namespace. A log that requests are given back is data.
// packages: libcpp-httplib-dev
#include <ctime>
#include <deque>
#include <httplib.h>
#include <mutex>
#include <string>

class applog {
  static std::string pending_;
  static std::time_t flushed_;

public:
  static void line(const std::string &text) {
    pending_ += text + '\n';
    if (pending_.size() > 4096 || std::time(nullptr) - flushed_ > 30) {
      std::fputs(pending_.c_str(), stderr);
      pending_.clear();
      flushed_ = std::time(nullptr);
    }
  }
};
std::string applog::pending_;
std::time_t applog::flushed_ = 0;

namespace logger {
static int lines = 0;
static void message(const char *text) {
  if (++lines > 1000)
    lines = 0;
  std::fprintf(stderr, "%d %s\n", lines, text);
}
} // namespace logger

class ChatLog {
  std::mutex mutex_;
  std::deque<std::string> said_; // finding: static-cache|handler-state error "said_"

public:
  void add(const std::string &text) {
    std::lock_guard lock(mutex_);
    said_.push_back(text);
  }
  std::string all() {
    std::lock_guard lock(mutex_);
    std::string text;
    for (const std::string &s : said_)
      text += s + '\n';
    return text;
  }
};

class Catalog {
  static int edition_;

public:
  static int next() { return ++edition_; }
};
int Catalog::edition_ = 0; // finding: mutable-global error "edition_"

int main() {
  httplib::Server server;
  static ChatLog chat;
  server.Post("/say", [](const httplib::Request &req, httplib::Response &res) {
    applog::line(req.path);
    logger::message("said");
    chat.add(req.body);
    res.set_content(chat.all() + std::to_string(Catalog::next()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
