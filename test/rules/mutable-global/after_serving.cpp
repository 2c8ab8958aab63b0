// What is written once the server has stopped belongs to shut-down.
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <httplib.h>
#include <string>

static std::string state = "starting";
static int exit_code = 0;
static volatile std::sig_atomic_t stop_requested = 0;
static std::atomic<bool> reload_requested{false};
static httplib::Server *running = nullptr;
static int cleaned = 0;

static void onSignal(int) {
  stop_requested = 1;
  if (running)
    running->stop();
}
static void onHangup(int) { reload_requested.store(true); }

static void cleanUp() { ++cleaned; }

struct Farewell {
  ~Farewell() {
    state = "gone";
    std::puts(state.c_str());
  }
};
static Farewell farewell;

int main() {
  std::signal(SIGTERM, onSignal);
  std::signal(SIGHUP, onHangup);
  std::atexit(cleanUp);
  httplib::Server server;
  running = &server;
  server.Get("/", [](const httplib::Request &, httplib::Response &res) {
    res.set_content(stop_requested ? "stopping" : "ok", "text/plain");
  });
  state = "serving";
  if (!server.listen("0.0.0.0", 8080))
    exit_code = 1;
  state = "stopped";
  running = nullptr;
  return exit_code;
}
