// The buffer in which a logger puts a line together; and a logger that shows its last lines to who asks.
#include <cstdio>
#include <httplib.h>
#include <mutex>
#include <string>
#include <vector>

class Buffer {
public:
  Buffer() : text_(128) {}
  void append(const std::string &text) {
    if (used_ + text.size() > text_.size())
      text_.resize(used_ + text.size());
    std::copy(text.begin(), text.end(), text_.begin() + static_cast<long>(used_));
    used_ += text.size();
  }
  std::string takeAll() {
    std::string all(text_.data(), used_);
    used_ = 0;
    return all;
  }

private:
  std::vector<char> text_; // near-miss: of the logger
  std::size_t used_ = 0;   // near-miss: of the logger
};

class Lines {
public:
  void append(const std::string &text) { lines_.push_back(text); }
  std::string all() const {
    std::string text;
    for (const std::string &line : lines_)
      text += line;
    return text;
  }

private:
  std::vector<std::string> lines_; // finding: static-cache error "lines_"
};

class Log {
public:
  static Log &instance() {
    static Log log;
    return log;
  }
  void write(const std::string &text) {
    std::lock_guard<std::mutex> hold(lock_);
    buffer_.append("[info] ");
    buffer_.append(text);
    std::fputs(buffer_.takeAll().c_str(), stderr);
  }

private:
  std::mutex lock_;
  Buffer buffer_;
};

class LastLog {
public:
  static LastLog &instance() {
    static LastLog log;
    return log;
  }
  void write(const std::string &text) { lines_.append(text); }
  std::string shown() const { return lines_.all(); }

private:
  Lines lines_;
};

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &q, httplib::Response &r) {
    Log::instance().write(q.path);
    LastLog::instance().write(q.path);
    r.set_content("hello", "text/plain");
  });
  server.Get("/last", [](const httplib::Request &, httplib::Response &r) { r.set_content(LastLog::instance().shown(), "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
