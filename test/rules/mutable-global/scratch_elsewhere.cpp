// Scratch that is filled here and read there: handed out by a function, set on every branch or not at all.
#include <cstdio>
#include <httplib.h>
#include <stdexcept>
#include <string>

static const char *summary(const std::string &text) {
  static thread_local char line[64];
  std::snprintf(line, sizeof line, "%zu characters", text.size());
  return line;
}

static const char *remembered(const std::string &text) {
  static thread_local char line[64]; // finding: mutable-global error "line"
  if (!text.empty())
    std::snprintf(line, sizeof line, "%zu characters", text.size());
  return line;
}

enum class Kind { Put, Ask, Drop };
static Kind kind;
static Kind last; // finding: mutable-global error "last"

static void parse(const std::string &word) {
  if (word == "put")
    kind = Kind::Put;
  else if (word == "ask")
    kind = Kind::Ask;
  else if (word == "drop")
    kind = Kind::Drop;
  else
    throw std::invalid_argument(word);
}

static void note(const std::string &word) {
  if (word == "put")
    last = Kind::Put;
  else if (word == "ask")
    last = Kind::Ask;
}

static void reply(httplib::Response &answer, const char *text) { answer.set_content(text, "text/plain"); }

int main() {
  httplib::Server server;
  server.Post("/count", [](const httplib::Request &request, httplib::Response &answer) {
    reply(answer, summary(request.body));
    if (request.body.size() > 9)
      reply(answer, remembered(request.body));
  });
  server.Post("/command", [](const httplib::Request &request, httplib::Response &answer) {
    parse(request.body);
    note(request.body);
    reply(answer, kind == Kind::Ask ? "asked" : "done");
    if (last == Kind::Put)
      answer.status = 201;
  });
  server.listen("0.0.0.0", 8080);
}
