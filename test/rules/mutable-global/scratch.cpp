// Cleared or fully overwritten before each use: scratch. Beside each, one that is not.
#include <cstdio>
#include <cstring>
#include <httplib.h>
#include <sstream>
#include <string>

static std::string line;
static char text[128];
static thread_local std::ostringstream builder;
static thread_local int depth;
static std::string tail;    // finding: mutable-global error "tail"
static char remembered[64]; // finding: mutable-global error "remembered"
static int longest;         // finding: mutable-global error "longest"

static std::string quote(const std::string &word) {
  line.clear();
  line += '"';
  line += word;
  line += '"';
  return line;
}

static std::string number(int n) {
  std::snprintf(text, sizeof text, "%08d", n);
  return text;
}

static int measure(const std::string &body) {
  depth = 0;
  int deepest = 0;
  for (char c : body) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    deepest = deepest < depth ? depth : deepest;
  }
  return deepest;
}

static std::string join(const std::string &a, const std::string &b) {
  builder.str("");
  builder << a << ' ' << b;
  return builder.str();
}

static std::string since(const std::string &word) {
  std::string before = tail;
  tail = word;
  return before;
}

static const char *once(const std::string &word) {
  if (!remembered[0])
    std::strncpy(remembered, word.c_str(), sizeof remembered - 1);
  return remembered;
}

static int record(int n) {
  if (n > longest)
    longest = n;
  return longest;
}

int main() {
  httplib::Server server;
  server.Post("/", [](const httplib::Request &req, httplib::Response &res) {
    int n = measure(req.body);
    res.set_content(join(quote(req.body), number(n)) + since(req.path) + once(req.body) + std::to_string(record(n)),
                    "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
