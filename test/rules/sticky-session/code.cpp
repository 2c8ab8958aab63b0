// Reliance on the same process seeing the same visitor again, in code.
// packages: libcpp-httplib-dev
#include <array>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <httplib.h>
#include <string>
#include <unistd.h>

static std::string hostName() {
  char name[128] = "";
  ::gethostname(name, sizeof name - 1);
  return name;
}

struct Shard {
  const char *greeting;
};

// The name that was asked for once; a captured copy says it, too.
static void more(httplib::Server &server, const std::string &instance) {
  server.Get("/node", [instance](const httplib::Request &, httplib::Response &res) {
    res.set_header("Set-Cookie", "node=" + instance + "; Path=/"); // finding: sticky-session
  });
  server.Get("/worker", [](const httplib::Request &, httplib::Response &res) {
    std::string cookie = "worker=";
    cookie += std::to_string(::getpid());
    res.headers.emplace("Set-Cookie", cookie); // finding: sticky-session
    res.headers.emplace("Set-Cookie", "size=10");
  });
}

int main() {
  const std::string instance = hostName();
  const std::array<Shard, 2> shards = {{{"hello"}, {"hi"}}};
  httplib::Server server;
  server.Get("/login", [](const httplib::Request &, httplib::Response &res) {
    res.set_header("Set-Cookie", "SERVERID=" + hostName() + "; Path=/"); // finding: sticky-session
  });
  server.Get("/visit", [](const httplib::Request &, httplib::Response &res) {
    res.set_header("Set-Cookie", "backend=" + std::to_string(::getpid())); // finding: sticky-session
    res.set_content("visited", "text/plain");
  });
  server.Get("/pod", [](const httplib::Request &, httplib::Response &res) {
    const char *pod = std::getenv("HOSTNAME");
    res.set_header("Set-Cookie", std::string("pod=") + (pod ? pod : "none")); // finding: sticky-session
  });
  server.Get("/stuck", [](const httplib::Request &req, httplib::Response &res) {
    bool known = req.get_header_value("Cookie").find("SERVERID=") != std::string::npos; // finding: sticky-session
    res.status = known ? 200 : 302;
  });
  server.Get("/balanced", [](const httplib::Request &req, httplib::Response &res) {
    bool known = req.get_header_value("Cookie").find("AWSALB=") != std::string::npos; // finding: sticky-session
    res.status = known ? 200 : 302;
  });
  more(server, instance);
  server.Get("/here", [&](const httplib::Request &, httplib::Response &res) {
    res.set_header("Set-Cookie", "here=" + instance + "; Path=/"); // finding: sticky-session
  });
  server.Get("/theme", [](const httplib::Request &, httplib::Response &res) {
    res.set_header("Set-Cookie", "theme=dark; Max-Age=3600");
  });
  server.Get("/who", [&shards](const httplib::Request &req, httplib::Response &res) {
    std::fprintf(stderr, "process %d on %s serves %s\n", ::getpid(), hostName().c_str(), req.remote_addr.c_str());
    res.set_content(std::string(shards[req.path.size() % 2].greeting) + " from " + req.remote_addr, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
