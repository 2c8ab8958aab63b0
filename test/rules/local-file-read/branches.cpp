// One handler that writes a file in one branch and reads it in another: two requests.
#include <fstream>
#include <httplib.h>
#include <string>

static void draft(const httplib::Request &req, httplib::Response &res) {
  const std::string file = "/var/lib/drafts/" + req.get_param_value("name");
  if (req.method == "PUT") {
    std::ofstream out(file); // finding: local-file-write|upload-to-disk error
    out << req.get_param_value("text");
    return;
  }
  std::ifstream in(file); // finding: local-file-read error
  std::string text;
  in >> text;
  res.set_content(text, "text/plain");
}

// The same request: written before it is read, however it was written.
static int checked(const httplib::Request &req) {
  const std::string file = "/var/lib/checked/" + req.get_param_value("name");
  if (req.method == "PUT") {
    std::ofstream out(file); // finding: local-file-write error
    out << 1;
  } else {
    std::ofstream out(file, std::ios::app);
    out << 2;
  }
  std::ifstream in(file);
  int n = 0;
  in >> n;
  return n;
}

int main() {
  httplib::Server server;
  server.Put("/draft", draft);
  server.Get("/draft", draft);
  server.Get("/checked", [](const httplib::Request &req, httplib::Response &res) { res.status = checked(req); });
  server.listen("0.0.0.0", 8080);
}
