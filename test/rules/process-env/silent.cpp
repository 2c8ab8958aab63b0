// Settings made at start-up, per thread, in a child, or only asked for.
// packages: libcpp-httplib-dev
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <httplib.h>
#include <locale>
#include <locale.h>
#include <random>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void onTerminate(int) {}

static void prepare() {
  ::setenv("TZ", "UTC", 1);
  ::tzset();
  ::umask(022);
  std::setlocale(LC_ALL, "C");
  std::locale::global(std::locale::classic());
  std::srand(42);
  std::signal(SIGPIPE, SIG_IGN);
  struct sigaction action {};
  action.sa_handler = onTerminate;
  ::sigaction(SIGTERM, &action, nullptr);
  rlimit limit{4096, 4096};
  ::setrlimit(RLIMIT_NOFILE, &limit);
  if (::chdir("/srv/shop") != 0)
    std::exit(1);
  (void)!::setuid(1000);
}

static std::string inGerman(double value) {
  locale_t german = ::newlocale(LC_ALL_MASK, "de_DE.UTF-8", nullptr);
  locale_t old = ::uselocale(german);
  std::string text = std::to_string(value);
  ::uselocale(old);
  ::freelocale(german);
  return text;
}

static int runTool(const char *folder) {
  pid_t child = ::fork();
  if (child == 0) {
    if (::chdir(folder) != 0)
      ::_exit(1);
    ::setenv("MODE", "tool", 1);
    ::umask(077);
    std::signal(SIGINT, SIG_DFL);
    ::execlp("tool", "tool", nullptr);
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

int main() {
  prepare();
  httplib::Server server;
  server.Get("/", [](const httplib::Request &req, httplib::Response &res) {
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR1);
    ::pthread_sigmask(SIG_BLOCK, &mask, nullptr);
    const char *zone = std::getenv("TZ");
    const char *current = std::setlocale(LC_ALL, nullptr);
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    struct sigaction action {};
    ::sigaction(SIGTERM, nullptr, &action);
    std::ostringstream text;
    text.imbue(std::locale("de_DE.UTF-8"));
    std::mt19937 random(7);
    text << inGerman(1.5) << std::filesystem::current_path() << (zone ? zone : "") << (current ? current : "")
         << limit.rlim_cur << random() << runTool("/tmp") << req.path << ::getuid();
    res.set_content(text.str(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
