// A pointer of main's that requests give a new object: it was not handed on, the next request sees it.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <string>

struct Board {
  std::string title;
};

int main() {
  Board *board = new Board{"first"}; // finding: handler-state error "board"
  httplib::Server server;
  server.Post("/new", [&board](const httplib::Request &, httplib::Response &) { board = new Board(); });
  server.Get("/title", [&board](const httplib::Request &, httplib::Response &res) {
    res.set_content(board->title, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
