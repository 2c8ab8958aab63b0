// Cookies, host names, pids and client addresses that send nobody back to one process.
#include <cstdio>
#include <cstdlib>
#include <httplib.h>
#include <random>
#include <string>
#include <unistd.h>

int main() {
  std::fprintf(stderr, "started as process %d\n", ::getpid());
  httplib::Server server;
  server.Get("/whoami", [](const httplib::Request &req, httplib::Response &res) {
    std::printf("asked by %s\n", req.remote_addr.c_str());
    res.set_content(req.remote_addr + " " + req.get_header_value("X-Forwarded-For"), "text/plain");
  });
  server.Get("/language", [](const httplib::Request &req, httplib::Response &res) {
    bool inside = req.remote_addr.rfind("10.", 0) == 0;
    res.set_header("Set-Cookie", inside ? "language=de" : "language=en");
  });
  server.Get("/new", [](const httplib::Request &, httplib::Response &res) {
    std::random_device random;
    res.set_header("Set-Cookie", "visitor=" + std::to_string(random()));
    res.set_header("X-Request-Id", std::to_string(random()));
  });
  server.Get("/cart", [](const httplib::Request &req, httplib::Response &res) {
    std::string cookies = req.get_header_value("Cookie");
    res.status = cookies.find("theme=") == std::string::npos ? 400 : 200;
  });
  server.listen("0.0.0.0", 8080);
}
