// What shell commands make.
#include <cstdio>
#include <cstdlib>
#include <httplib.h>
#include <string>

static void folder(const std::string &id) {
  std::system(("mkdir -p /srv/tenants/" + id).c_str()); // finding: local-file-write error "/srv/tenants/*"
}
static void copied(const std::string &id) {
  std::system(("cp /usr/share/page.html /srv/pages/" + id).c_str()); // finding: local-file-write error
}
static void moved(const std::string &id) {
  std::system(("mv -f /srv/new/" + id + " /srv/pages/" + id).c_str()); // finding: local-file-write error
}
static void piped(const std::string &id) {
  std::FILE *p = popen(("tee -a /srv/notes/" + id).c_str(), "w"); // finding: local-file-write error
  std::fputs("x", p);
  pclose(p);
}
static void logged() {
  std::FILE *p = popen("date >> /srv/notes/dates", "r"); // finding: local-file-write error
  pclose(p);
}
static void scratch(const std::string &id) {
  const std::string dir = "/tmp/scratch-" + id;
  std::system(("mkdir " + dir).c_str());
  std::system(("rm -rf " + dir).c_str());
}
static void reads() {
  std::FILE *p = popen("ls /usr/share 2>/dev/null", "r");
  pclose(p);
}

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &req, httplib::Response &) {
    const std::string id = req.get_param_value("id");
    folder(id);
    copied(id);
    moved(id);
    piped(id);
    logged();
    scratch(id);
    reads();
  });
  server.listen("0.0.0.0", 8080);
}
