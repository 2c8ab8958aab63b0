// A served directory that is a member's default value, in an object of main.
// packages: libcpp-httplib-dev
#include <fstream>
#include <httplib.h>
#include <string>

struct Settings {
  std::string media = "./data/media";
  std::string exports = "./data/exports";
};

static void thumb(const Settings &settings, const std::string &id) {
  std::ofstream out(settings.media + "/" + id + ".svg"); // finding: runtime-asset error
  out << id;
}
static void listing(const Settings &settings, const std::string &id) {
  std::ofstream out(settings.exports + "/" + id + ".csv"); // finding: local-file-write error "data/exports/*.csv"
  out << id;
}

int main() {
  Settings settings;
  httplib::Server server;
  server.set_mount_point("/media", settings.media);
  server.Post("/thumb", [&settings](const httplib::Request &req, httplib::Response &) {
    thumb(settings, req.get_param_value("id"));
    listing(settings, req.get_param_value("id"));
  });
  server.listen("0.0.0.0", 8080);
}
