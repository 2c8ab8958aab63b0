// A number that only a log written by hand shows; and one that a file keeps.
#include <cstdio>
#include <fstream>
#include <httplib.h>
#include <string>

static std::ofstream logFile("/var/log/mirror.log");
static std::FILE *errorLog = std::fopen("/var/log/mirror.errors", "a");
static std::ofstream orders("/var/lib/mirror/orders");
static int line = 0;   // near-miss: only in the log
static int failed = 0; // near-miss: only in the log
static int order = 0;  // finding: mutable-global error "order"

int main() {
  httplib::Server server;
  server.Get("/.*", [](const httplib::Request &req, httplib::Response &res) {
    logFile << ++line << ": " << req.path << std::endl; // finding: local-file-write error
    std::fprintf(errorLog, "%d\n", ++failed);           // finding: local-file-write error
    orders << ++order << " " << req.path << "\n";       // finding: local-file-write error
    res.set_content("found", "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
