// Locks taken by main: on a pid file by any name, and on a table.
#include <fcntl.h>
#include <httplib.h>
#include <string>
#include <unistd.h>

static bool alone(const std::string &pidFile) {
  const int fd = ::open(pidFile.c_str(), O_RDWR | O_CREAT, 0644);
  struct flock lock {};
  lock.l_type = F_WRLCK;
  return fd >= 0 && ::fcntl(fd, F_SETLK, &lock) == 0;
}
static bool ours(const std::string &table) {
  const int fd = ::open(table.c_str(), O_RDWR | O_CREAT, 0644);
  struct flock lock {};
  lock.l_type = F_WRLCK;
  return fd >= 0 && ::fcntl(fd, F_SETLK, &lock) == 0; // finding: shared-memory warning
}

int main(int argc, char **argv) {
  if (argc < 3 || !alone(argv[1]) || !ours(argv[2]))
    return 1;
  httplib::Server server;
  server.Get("/", [](const httplib::Request &, httplib::Response &res) { res.status = 204; });
  server.listen("0.0.0.0", 8080);
}
