// Process-wide settings changed while serving.
// packages: libcpp-httplib-dev
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <httplib.h>
#include <locale>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static std::string localTime(const std::string &zone) {
  ::setenv("TZ", zone.c_str(), 1); // finding: process-env error
  ::tzset();
  std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%H:%M", &parts);
  return text;
}

class DirectoryChange {
public:
  explicit DirectoryChange(const char *folder) : old_(std::filesystem::current_path()) {
    changed_ = ::chdir(folder) == 0; // finding: process-env error
  }
  ~DirectoryChange() {
    std::filesystem::current_path(old_); // finding: process-env error
  }

private:
  std::filesystem::path old_;
  bool changed_ = false;
};

static void onAlarm(int) {}

int main() {
  static char variable[] = "MODE=slow";
  httplib::Server server;
  server.Get("/time", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(localTime(req.get_param_value("zone")), "text/plain");
  });
  server.Get("/list", [](const httplib::Request &, httplib::Response &) { DirectoryChange change("/srv/shop"); });
  server.Get("/environment", [](const httplib::Request &, httplib::Response &) {
    ::putenv(variable);     // finding: process-env error
    ::unsetenv("LANGUAGE"); // finding: process-env error
  });
  server.Get("/format", [](const httplib::Request &, httplib::Response &) {
    std::setlocale(LC_NUMERIC, "de_DE.UTF-8");   // finding: process-env error
    std::locale::global(std::locale("fr_FR"));   // finding: process-env error
  });
  server.Get("/random", [](const httplib::Request &req, httplib::Response &res) {
    std::srand(static_cast<unsigned>(req.params.size())); // finding: process-env error
    res.set_content(std::to_string(std::rand()), "text/plain");
  });
  server.Get("/rights", [](const httplib::Request &, httplib::Response &) {
    mode_t old = ::umask(0);                     // finding: process-env error
    ::umask(old);                                // finding: process-env error
    rlimit limit{1024, 1024};
    ::setrlimit(RLIMIT_NOFILE, &limit);          // finding: process-env error
    (void)!::seteuid(1000);                      // finding: process-env error
    (void)!::setgid(1000);                       // finding: process-env error
  });
  server.Get("/signal", [](const httplib::Request &, httplib::Response &) {
    std::signal(SIGALRM, onAlarm);               // finding: process-env error
    struct sigaction action {};
    action.sa_handler = onAlarm;
    ::sigaction(SIGUSR1, &action, nullptr);      // finding: process-env error
  });
  server.listen("0.0.0.0", 8080);
}
