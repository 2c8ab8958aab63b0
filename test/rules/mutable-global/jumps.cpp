// Numbers that a log line goes with: one decides nothing more, others what is left out, or who is served.
// packages: libcpp-httplib-dev
#include <functional>
#include <httplib.h>
#include <iostream>
#include <string>

int level = 0;   // near-miss: only whether to log
int closed = 0;  // finding: mutable-global error
int channel = 0; // finding: mutable-global error

static std::string answer(int number, const std::string &text) { return std::to_string(number) + text; }

int main() {
  httplib::Server server;
  server.Put("/level", [](const httplib::Request &req, httplib::Response &) { level = std::stoi(req.body); });
  server.Put("/closed", [](const httplib::Request &req, httplib::Response &) { closed = std::stoi(req.body); });
  server.Put("/channel", [](const httplib::Request &req, httplib::Response &) { channel = std::stoi(req.body); });
  server.Get("/lines", [](const httplib::Request &req, httplib::Response &res) {
    std::string text;
    for (char c : req.path) {
      if (level > 1)
        std::clog << "character " << c << '\n';
      if (closed > 0) {
        std::clog << "closed\n";
        continue;
      }
      text += c;
    }
    if (channel == 0)
      std::clog << "no channel\n";
    auto later = std::bind(answer, channel, text);
    res.set_content(later(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
