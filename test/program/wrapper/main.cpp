#include "files.h"
#include <httplib.h>
#include <string>

static void saveTotals(int orders) {
  files::writeFile(files::dataFolder() + "/totals", std::to_string(orders));
  files::writeFile(files::dataFolder() + "/flag", "1");
}

int main() {
  std::string page = files::readFile("/usr/share/shop/page.html");
  httplib::Server server;
  server.Get("/totals",
             [page](const httplib::Request &req, httplib::Response &res) {
               saveTotals(static_cast<int>(req.params.size()));
               res.set_content(page, "text/html");
             });
  server.listen("0.0.0.0", 8080);
}
