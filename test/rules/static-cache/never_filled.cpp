// Queues with a worker, in a service of which nobody knows how it gets its work: one that nothing is ever put in.
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <netinet/in.h>
#include <queue>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

template <typename T> class Shared {
public:
  void push(T item) {
    std::lock_guard<std::mutex> hold(lock_);
    items_.push(std::move(item));
    wake_.notify_one();
  }
  T pop() {
    std::unique_lock<std::mutex> hold(lock_);
    wake_.wait(hold, [this] { return !items_.empty(); });
    T item = std::move(items_.front());
    items_.pop();
    return item;
  }

private:
  std::mutex lock_;
  std::condition_variable wake_;
  std::queue<T> items_;
};

class Letters {
public:
  static Letters &get() {
    static Letters letters;
    return letters;
  }
  void push(const std::string &text) { waiting_.push(text); }

private:
  Letters() : writer_([this] { write(); }) {}
  void write() {
    for (;;)
      std::system(("echo " + waiting_.pop()).c_str());
  }
  Shared<std::string> waiting_; // near-miss: nothing is ever put in
  std::thread writer_;
};

void queueLetter(const std::string &text) { Letters::get().push(text); }

static Shared<std::string> ticks; // finding: static-cache warning

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7000);
  bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  listen(listener, 16);
  Letters::get();
  std::thread([] {
    for (unsigned n = 0;; ++n) {
      ticks.push(std::to_string(n));
      sleep(1);
    }
  }).detach();
  std::thread([] {
    for (;;)
      std::system(("echo " + ticks.pop()).c_str());
  }).detach();
  for (;;)
    pause();
}
