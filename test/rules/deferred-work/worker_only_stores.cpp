// A loop that says "stored" before anything is, and workers that tell the next machine: the client is long gone.
#include <arpa/inet.h>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <netinet/in.h>
#include <queue>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

struct Reading {
  int station;
  std::string text;
};

class Relay {
public:
  Relay() : thread_([this] { run(); }) {}
  void push(Reading r) {
    std::lock_guard<std::mutex> lock(mutex_);
    readings_.push(std::move(r));
    some_.notify_one();
  }

private:
  void run() {
    int up = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(9000);
    inet_pton(AF_INET, std::getenv("UPSTREAM"), &to.sin_addr);
    connect(up, reinterpret_cast<sockaddr *>(&to), sizeof to);
    while (true) {
      std::unique_lock<std::mutex> lock(mutex_);
      some_.wait(lock, [this] { return !readings_.empty(); });
      Reading r = std::move(readings_.front());
      readings_.pop();
      lock.unlock();
      send(up, r.text.data(), r.text.size(), 0);
    }
  }
  std::queue<Reading> readings_; // finding: deferred-work error "readings_"
  std::mutex mutex_;
  std::condition_variable some_;
  std::thread thread_;
};

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(8080);
  bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  listen(listener, 64);
  Relay relay;
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    char text[512];
    ssize_t n = recv(client, text, sizeof text, 0);
    if (n > 0)
      relay.push({7, std::string(text, n)});
    close(client);
  }
}
