// A wrapper that keeps uploads for two handlers: one leaves the file to a thread that nobody waits for.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <string>
#include <thread>

namespace fs = std::filesystem;

static void work(const fs::path &in) {
  std::ifstream file(in);
  fs::remove(in);
}
static void keep(const fs::path &path, const std::string &bytes) {
  std::ofstream out(path, std::ios::binary); // finding: upload-to-disk error
  out << bytes;
}
static void scratch(const fs::path &path, const std::string &bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
}

int main() {
  httplib::Server server;
  server.Post("/later", [](const httplib::Request &req, httplib::Response &res) {
    const fs::path path = fs::path("/var/spool") / req.get_param_value("name");
    keep(path, req.body);
    std::thread([path] { work(path); }).detach(); // finding: deferred-work
    res.status = 202;
  });
  server.Post("/now", [](const httplib::Request &req, httplib::Response &) {
    const fs::path path = fs::path("/var/spool") / req.get_param_value("name");
    keep(path, req.body);
    work(path);
  });
  server.Post("/joined", [](const httplib::Request &req, httplib::Response &) {
    const fs::path path = fs::path("/var/spool") / ("joined-" + req.get_param_value("name"));
    scratch(path, req.body);
    std::thread worker([path] { work(path); });
    worker.join();
  });
  server.listen("0.0.0.0", 8080);
}
