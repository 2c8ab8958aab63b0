// A status that steers the program's own loops, of three values; one like it is told to the clients.
// packages: libcpp-httplib-dev
#include <atomic>
#include <httplib.h>
#include <string>
#include <thread>

enum class Status { Stopped, Running, Stopping };
enum class Mode { Day, Night };

class Radio {
public:
  void run() {
    runningStatus_ = Status::Running;
    while (runningStatus_ == Status::Running)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    runningStatus_ = Status::Stopped;
  }
  void stop() { runningStatus_ = Status::Stopping; }
  const Status &status() const { return runningStatus_; }
  void night() { mode_ = Mode::Night; }
  void day() { mode_ = Mode::Day; }
  bool isNight() const { return mode_ == Mode::Night; }

private:
  Status runningStatus_ = Status::Stopped; // near-miss: steers a loop
  Mode mode_ = Mode::Day;                  // finding: handler-state error "mode_"
};

int main() {
  Radio radio;
  std::thread thread([&radio] { radio.run(); });
  httplib::Server server;
  server.Post("/stop", [&radio](const httplib::Request &, httplib::Response &) {
    if (radio.status() == Status::Running)
      radio.stop();
  });
  server.Post("/night", [&radio](const httplib::Request &, httplib::Response &) { radio.night(); });
  server.Post("/day", [&radio](const httplib::Request &, httplib::Response &) { radio.day(); });
  server.Get("/mode", [&radio](const httplib::Request &, httplib::Response &res) {
    res.set_content(radio.isNight() ? "night" : "day", "text/plain");
  });
  server.listen("0.0.0.0", 8080);
  thread.join();
}
