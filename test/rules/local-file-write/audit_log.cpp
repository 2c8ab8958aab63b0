// What came in, appended to a file that is named as a log, is the service's own log and no upload. In a
// file of its own, or in one named otherwise, it is one.
#include <cstdlib>
#include <fstream>
#include <functional>
#include <httplib.h>
#include <mutex>
#include <string>

static std::mutex auditLock;

static void audit(const httplib::Request &req) {
  std::lock_guard<std::mutex> hold(auditLock);
  std::ofstream out("/var/log/desk/audit.log", std::ios::app); // finding: local-file-write error
  out << req.remote_addr << " ";
  out << req.body << '\n';
}

// What is offered comes into one list after the other.
static void offer(const httplib::Request &req) {
  std::ofstream out("/srv/desk/catalogue.txt", std::ios::app); // finding: upload-to-disk error
  out << req.body << '\n';
}

int main() {
  const std::string letters = std::getenv("LETTERS");
  httplib::Server server;
  server.Post("/order", [](const httplib::Request &req, httplib::Response &res) {
    audit(req);
    res.status = 202;
  });
  server.Post("/offer", [](const httplib::Request &req, httplib::Response &res) {
    offer(req);
    res.status = 202;
  });
  server.Post("/letter", [letters](const httplib::Request &req, httplib::Response &res) {
    std::ofstream out(letters + "/" + std::to_string(std::hash<std::string>{}(req.body))); // finding: upload-to-disk error
    out << req.body;
    res.status = 202;
  });
  server.listen("0.0.0.0", 8080);
}
