// Streams that are no local state: standard output, devices, pipes, reading, start-up.
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <iostream>
#include <sstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;

static std::string readTemplate(const char *path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

static void writePidFile(const char *path) {
  std::ofstream out(path);
  out << ::getpid() << '\n';
}

int main() {
  writePidFile("/run/orders.pid");
  fs::create_directories("/var/cache/orders");
  std::ofstream("/var/cache/orders/started") << "now";
  httplib::Server server;
  server.Get("/", [](const httplib::Request &req, httplib::Response &res) {
    std::cout << req.path << '\n';
    std::cerr << "asked\n";
    std::fprintf(stdout, "%s\n", req.path.c_str());
    std::ofstream null("/dev/null");
    null << req.path;
    int console = ::open("/dev/stderr", O_WRONLY);
    (void)!::write(console, "x", 1);
    ::close(console);
    std::FILE *tool = ::popen("logger -t orders", "w");
    std::fputs(req.path.c_str(), tool);
    ::pclose(tool);
    int ends[2];
    if (::pipe(ends) == 0) {
      (void)!::write(ends[1], "y", 1);
      ::close(ends[0]);
      ::close(ends[1]);
    }
    std::FILE *in = std::fopen("/usr/share/orders/index.html", "r");
    char buffer[64] = "";
    if (in && !std::fgets(buffer, sizeof buffer, in))
      buffer[0] = 0;
    if (in)
      std::fclose(in);
    int fd = ::open("/usr/share/orders/logo.svg", O_RDONLY | O_CLOEXEC);
    ssize_t n = ::read(fd, buffer, sizeof buffer);
    ::close(fd);
    std::ostringstream text;
    text << readTemplate("/usr/share/orders/page.html") << n << fs::exists("/usr/share/orders/page.html");
    res.set_content(text.str() + buffer, "text/html");
  });
  server.Get("/size", [](const httplib::Request &, httplib::Response &res) {
    int fd = ::open("/usr/share/orders/data", O_RDWR);
    struct stat info {};
    ::fstat(fd, &info);
    ::close(fd);
    res.set_content(std::to_string(info.st_size), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
  std::ofstream("/var/cache/orders/stopped") << "now";
  fs::remove("/run/orders.pid");
}
