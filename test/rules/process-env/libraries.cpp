// Process-wide settings of several libraries, asked and changed.
// packages: libpoco-dev, libboost-filesystem-dev, libcpp-httplib-dev
#include <Poco/Environment.h>
#include <boost/filesystem.hpp>
#include <csignal>
#include <clocale>
#include <ctime>
#include <filesystem>
#include <httplib.h>
#include <locale>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static void changed() {
  std::locale::global(std::locale("de_DE.UTF-8"));       // finding: process-env error
  std::filesystem::current_path("/srv");                 // finding: process-env error
  boost::filesystem::current_path("/srv");               // finding: process-env error
  Poco::Environment::set("TZ", "UTC");                   // finding: process-env error
  rlimit limit{64, 64};
  setrlimit(RLIMIT_NOFILE, &limit);                      // finding: process-env error
  mode_t old = umask(077);                               // finding: process-env error
  umask(old);                                            // finding: process-env error
  struct sigaction sa {};
  sa.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &sa, nullptr);                      // finding: process-env error
  seteuid(1000);                                         // finding: process-env error
}
static void asked() {
  std::setlocale(LC_ALL, nullptr);
  (void)std::locale();
  (void)std::filesystem::current_path();
  struct sigaction sa {};
  sigaction(SIGPIPE, nullptr, &sa);
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  tzset();
  (void)Poco::Environment::get("TZ", "");
}
static void ownThread() {
  sigset_t set;
  sigemptyset(&set);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  uselocale(nullptr);
}

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &, httplib::Response &) {
    changed();
    asked();
    ownThread();
  });
  server.listen("0.0.0.0", 8080);
}
