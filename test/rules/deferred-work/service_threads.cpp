// Threads of the service itself, started by requests: nobody waits for them.
#include <atomic>
#include <chrono>
#include <functional>
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>
#include <thread>

class Recorder {
public:
  void start() {
    if (!recording_) { // a switch, not an initialiser: stop() clears it
      recording_ = true;
      std::thread writer([this] { // finding: deferred-work error "thread"
        while (recording_)
          std::this_thread::sleep_for(std::chrono::seconds(1));
      });
      writer.detach();
    }
  }
  void stop() { recording_ = false; }

private:
  std::atomic<bool> recording_{false}; // finding: handler-state error "recording_"
};

class Store {
public:
  void write(const std::string &line) {
    if (!send(line)) {
      std::thread again(&Store::reconnect, this); // finding: deferred-work error "thread"
      again.detach();
    }
  }
  void warm() {
    if (!warm_) { // near-miss: once
      warm_ = true;
      std::thread(&Store::reconnect, this).detach();
    }
  }

private:
  struct Connection { // the class has one: that is not the client's
    bool up = false;
  };
  bool send(const std::string &line) { return connection_.up && !line.empty(); }
  void reconnect() { std::this_thread::sleep_for(std::chrono::seconds(3)); }
  Connection connection_;
  bool warm_ = false;
};

int main() {
  Recorder recorder;
  Store store;
  httplib::Server server;
  server.Post("/start", [&](const httplib::Request &, httplib::Response &) { recorder.start(); });
  server.Post("/stop", [&](const httplib::Request &, httplib::Response &) { recorder.stop(); });
  server.Post("/line", [&](const httplib::Request &req, httplib::Response &) {
    store.warm();
    store.write(req.body);
  });
  server.listen("0.0.0.0", 8080);
}
