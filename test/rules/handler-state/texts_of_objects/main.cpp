// What is handed to a library's object does not come out of it as something else: the texts stay as they are.
// packages: libcpp-httplib-dev
#include "third_party/layout.h"
#include <httplib.h>
#include <string>

struct Icons {
  Icons(const std::string open, const std::string closed) : open(open), closed(closed) {}
  std::string open, closed;
};

static std::string plus[] = {"plus.gif", "plus-last.gif"};   // near-miss: only read
static std::string minus[] = {"minus.gif", "minus-last.gif"}; // near-miss: only read
static std::string titles[] = {"one", "two"};                 // finding: mutable-global error "titles"

int main() {
  httplib::Server server;
  server.Get("/tree", [](const httplib::Request &req, httplib::Response &res) {
    layout::Grid *grid = new layout::Grid;
    Icons *icons = grid->cell(0, 0)->addNew<Icons>(plus[1], minus[1]);
    grid->put(plus[0])->addNew<Icons>(minus[0], plus[0]);
    titles[0] += req.get_param_value("more");
    res.set_content(icons->open + titles[0], "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
