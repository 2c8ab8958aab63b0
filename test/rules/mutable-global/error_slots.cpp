// What a thread's last call said went wrong, as errno does. How often something went wrong, and what everybody is told,
// is state.
// packages: libcpp-httplib-dev
#include <cerrno>
#include <httplib.h>
#include <string>
#include <unistd.h>

static thread_local int t_lastError = 0;
static thread_local std::string pendingException;
static thread_local int errors = 0; // finding: mutable-global error "errors"
static std::string lastError;       // finding: mutable-global error "lastError"

static bool send(const std::string &data) {
  t_lastError = 0;
  if (write(1, data.data(), data.size()) < 0) {
    t_lastError = errno;
    pendingException = "broken";
    lastError = data;
    errors++;
    return false;
  }
  return true;
}

static std::string takeException() {
  std::string taken = pendingException;
  pendingException.clear();
  return taken;
}

int main() {
  httplib::Server server;
  server.Post("/", [](const httplib::Request &q, httplib::Response &r) {
    if (!send(q.body)) {
      r.status = t_lastError == ENOSPC ? 507 : 500;
      r.set_content(takeException(), "text/plain");
    }
  });
  server.Get("/last", [](const httplib::Request &, httplib::Response &r) {
    r.set_content(lastError + std::to_string(errors), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
