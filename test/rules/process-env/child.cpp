// In a forked child, settings are the child's own, also in what it calls; a helper of both is not.
// packages: libcpp-httplib-dev
#include <cstdlib>
#include <httplib.h>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void confine() {
  ::umask(077);
  if (::chdir("/tmp") != 0)
    ::_exit(126);
}

static void label(const std::string &id) {
  ::setenv("JOB", id.c_str(), 1); // finding: process-env error
}

static int run(const std::string &id) {
  label(id);
  pid_t child = ::fork();
  if (child == 0) {
    confine();
    label(id + "-child");
    ::execl("/usr/bin/solver", "solver", id.c_str(), static_cast<char *>(nullptr));
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

int main() {
  httplib::Server server;
  server.Post("/job", [](const httplib::Request &req, httplib::Response &res) { res.status = run(req.body) ? 500 : 200; });
  server.listen("0.0.0.0", 8080);
}
