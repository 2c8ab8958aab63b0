// What a thread of start-up does once, before its loops, is start-up; what it does in them is not. A listener of a
// library that nobody has modelled accepts.
#include <chrono>
#include <map>
#include <string>
#include <thread>
#include <unmodelled.h>
#include <vector>

class Service {
public:
  void addListener(int port) { ports_.push_back(port); }
  void prepare(bool insecure) {
    insecure_ = insecure;
    prepared_ = true;
  }
  void start() {
    thread_ = std::thread([this] { run(); });
    for (;;) {
      ++beats_;
      std::this_thread::sleep_for(std::chrono::seconds(10));
    }
  }

private:
  void run() {
    int error = 0;
    for (;;) {
      auto *peer = (unmodelled::TcpSocket *)listener_.accept(&error);
      peer->timeout(5);
      std::string name = peer->receive();
      if (insecure_ || prepared_)
        peer->send(names_[name] + std::to_string(beats_));
      names_[name] = name;
    }
  }

  unmodelled::TcpSocket listener_{7000};     // near-miss: what it accepts is each connection's
  std::vector<int> ports_;                   // near-miss: a thread of start-up fills it once
  bool insecure_ = false;                    // near-miss
  bool prepared_ = false;                    // near-miss
  long beats_ = 0;                           // finding: handler-state warning "beats_"
  std::map<std::string, std::string> names_; // finding: handler-state|session-in-process "names_"
  std::thread thread_;                       // near-miss: a thread
};

int main() {
  Service service;
  std::thread runner([&service] {
    service.addListener(7000);
    service.prepare(true);
    service.start();
  });
  runner.join();
}
