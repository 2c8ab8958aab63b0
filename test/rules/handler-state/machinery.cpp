#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <netinet/in.h>
#include <queue>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <thread>
#include <unistd.h>
#include <vector>

// Thread pools, timers and loops of the project's own are mechanism.
class ThreadPool {
public:
  explicit ThreadPool(int n) {
    for (int i = 0; i < n; ++i)
      threads_.emplace_back([this] { work(); });
  }
  void push(std::function<void()> task) {
    std::lock_guard<std::mutex> lock(mutex_);
    tasks_.push(std::move(task));
    ++total_;
    ready_.notify_one();
  }
  size_t total() const { return total_; }

private:
  void work() {
    for (;;) {
      std::unique_lock<std::mutex> lock(mutex_);
      ready_.wait(lock, [this] { return !tasks_.empty(); });
      auto task = std::move(tasks_.front());
      tasks_.pop();
      ++running_;
      lock.unlock();
      task();
      --running_;
    }
  }
  std::mutex mutex_;
  std::condition_variable ready_;
  std::queue<std::function<void()>> tasks_; // connections wait for what is in it
  std::vector<std::thread> threads_;
  size_t total_ = 0;
  size_t running_ = 0;
};

class TimerWheel {
public:
  struct Timer {
    std::function<void()> callback;
    int rounds = 0;
  };
  void add(std::function<void()> callback) { slots_[cursor_].push_back({std::move(callback), 1}); }
  void tick() {
    for (Timer &timer : slots_[cursor_])
      timer.callback();
    slots_[cursor_].clear();
    cursor_ = (cursor_ + 1) % slots_.size();
    last_ = std::chrono::steady_clock::now();
  }
  bool late() const { return std::chrono::steady_clock::now() - last_ > std::chrono::seconds(1); }

private:
  std::vector<std::list<Timer>> slots_ = std::vector<std::list<Timer>>(60);
  size_t cursor_ = 0;
  std::chrono::steady_clock::time_point last_;
};

// What is derived from it says what to do.
class PeriodicTimer {
public:
  virtual ~PeriodicTimer() = default;
  void start() { armed_ = timerfd_create(CLOCK_MONOTONIC, 0); }

protected:
  virtual void fire() = 0;

private:
  int armed_ = 0;
};

class Greeter : public PeriodicTimer {
  void fire() override {}
};

// A name alone is no mechanism.
class TimerSettings {
public:
  void set(const std::string &name, int seconds) { seconds_[name] = seconds; }
  int get(const std::string &name) { return seconds_.count(name) ? seconds_[name] : 0; }

private:
  std::map<std::string, int> seconds_; // finding: handler-state error "seconds_"
};

struct Peer {
  std::string in;
};

class EventLoop {
public:
  explicit EventLoop(ThreadPool &pool) : pool_(pool), epoll_(epoll_create1(0)) {}
  void run(int listener) {
    for (;;) {
      int fd = accept(listener, nullptr, nullptr);
      peers_[fd] = std::make_unique<Peer>();
      served_ = served_ + 1;
      timers_.add([fd] { close(fd); });
      pool_.push([this, fd] { answer(fd); });
      timers_.tick();
    }
  }

private:
  void answer(int fd) {
    char text[80];
    long n = read(fd, text, sizeof text);
    std::string name(text, n > 0 ? n : 0);
    settings_.set(name, settings_.get(name) + 1);
    greeter_.start();
    if (timers_.late() || served_ % 2)
      name += "\n";
    write(fd, name.data(), name.size());
  }
  ThreadPool &pool_;
  int epoll_;
  TimerWheel timers_;
  TimerSettings settings_;
  Greeter greeter_;
  std::map<int, std::unique_ptr<Peer>> peers_;
  long served_ = 0;
};

int main() {
  ThreadPool pool(4);
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  listen(listener, 16);
  EventLoop loop(pool);
  loop.run(listener);
}
