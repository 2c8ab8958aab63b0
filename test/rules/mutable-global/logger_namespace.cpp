// A logger copied into the project, known by its namespace, and a name that only ends alike.
#include <cstdio>
#include <httplib.h>
#include <queue>
#include <string>

namespace easylog {

inline char *stamp() {
  static thread_local char text[36];   // near-miss: the logger's
  static thread_local long last = 0;   // near-miss: the logger's
  if (last++ % 100 == 0)
    std::snprintf(text, sizeof text, "%ld", last);
  return text;
}

class Appender {
public:
  void write(const std::string &line) {
    lines_.push(stamp() + line);
    size_ += line.size();
    if (size_ > 4096)
      lines_ = {};
  }
  static Appender &instance() {
    static Appender appender;
    return appender;
  }

private:
  std::queue<std::string> lines_; // near-miss: the logger's
  size_t size_ = 0;               // near-miss: the logger's
};

} // namespace easylog

namespace catalog {
static std::string latest; // finding: mutable-global error "latest"
} // namespace catalog

int main() {
  httplib::Server server;
  server.Post("/article", [](const httplib::Request &request, httplib::Response &response) {
    easylog::Appender::instance().write(request.path);
    response.set_content(catalog::latest, "text/plain");
    catalog::latest = request.body;
  });
  server.listen("0.0.0.0", 8080);
}
