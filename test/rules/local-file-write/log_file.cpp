// A service that appends to its own log file in request scope, and one logging library
// whose file sink is set up at start-up.
#include <ctime>
#include <fstream>
#include <httplib.h>
#include <string>

class AccessLog {
public:
  explicit AccessLog(std::string path) : path_(std::move(path)) {}
  void write(const std::string &line) {
    std::ofstream out(path_, std::ios::app); // finding: local-file-write error
    out << std::time(nullptr) << ' ' << line << '\n';
  }

private:
  std::string path_;
};

int main() {
  AccessLog log("/var/log/shop/access.log");
  httplib::Server server;
  server.Get("/", [&log](const httplib::Request &req, httplib::Response &res) {
    log.write(req.path);
    res.set_content("hello", "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
