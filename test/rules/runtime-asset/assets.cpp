// Assets that are compiled, bundled or written into a document root while serving.
// packages: libcpp-httplib-dev
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;

static void writePage(const std::string &name, int visitors) {
  std::ofstream out("public/" + name + ".html"); // finding: runtime-asset error
  out << "<p>" << visitors << "</p>";
}

int main() {
  httplib::Server server;
  server.set_mount_point("/media", "/srv/shop/media");
  server.Get("/theme", [](const httplib::Request &req, httplib::Response &res) {
    int status = std::system("sassc scss/theme.scss public/theme.css"); // finding: runtime-asset error
    res.set_content(std::to_string(status) + req.path, "text/plain");
  });
  server.Get("/bundle", [](const httplib::Request &, httplib::Response &res) {
    std::FILE *tool = ::popen("esbuild app.ts --bundle --minify --outfile=dist/app.js", "r"); // finding: runtime-asset error
    res.status = ::pclose(tool) == 0 ? 200 : 500;
  });
  server.Post("/sass", [](const httplib::Request &, httplib::Response &res) {
    pid_t child = ::fork();
    if (child == 0) {
      ::execlp("sassc", "sassc", "scss/print.scss", "public/print.css", nullptr); // finding: runtime-asset error
      ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    res.status = status == 0 ? 204 : 500;
  });
  server.Post("/page", [](const httplib::Request &req, httplib::Response &) {
    writePage(req.get_param_value("name"), static_cast<int>(req.params.size()));
  });
  server.Post("/sitemap", [](const httplib::Request &req, httplib::Response &) {
    std::ofstream out("/var/www/shop/sitemap.xml"); // finding: runtime-asset error
    out << "<urlset>" << req.params.size() << "</urlset>";
    std::FILE *script = std::fopen("static/js/config.js", "w"); // finding: runtime-asset error
    std::fprintf(script, "var n = %zu;", req.params.size());
    std::fclose(script);
  });
  server.Post("/badge", [](const httplib::Request &req, httplib::Response &) {
    std::ofstream out("/srv/shop/media/badge.svg"); // finding: runtime-asset error
    out << "<svg>" << req.params.size() << "</svg>";
  });
  server.Post("/folder", [](const httplib::Request &req, httplib::Response &) {
    fs::copy_file("templates/empty.css", fs::path("assets") / (req.get_param_value("brand") + ".css")); // finding: runtime-asset error
  });
  server.Post("/report", [](const httplib::Request &req, httplib::Response &) {
    std::ofstream out("/srv/reports/today.csv"); // finding: local-file-write error
    out << req.params.size();
  });
  server.listen("0.0.0.0", 8080);
}
