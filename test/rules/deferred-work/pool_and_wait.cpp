// A pool of the program's own: not deferred when the request waits for the future that it gets.
// packages: libcpp-httplib-dev
#include <condition_variable>
#include <functional>
#include <future>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <queue>
#include <string>
#include <thread>

class Pool {
public:
  Pool() {
    thread_ = std::thread([this] { run(); });
  }
  template <typename F> auto submit(F work) -> std::future<decltype(work())> {
    auto task = std::make_shared<std::packaged_task<decltype(work())()>>(std::move(work));
    auto result = task->get_future();
    {
      std::lock_guard<std::mutex> hold(lock_);
      work_.emplace([task] { (*task)(); });
    }
    ready_.notify_one();
    return result;
  }

private:
  void run() {
    for (;;) {
      std::unique_lock<std::mutex> hold(lock_);
      ready_.wait(hold, [this] { return !work_.empty(); });
      auto next = std::move(work_.front());
      work_.pop();
      hold.unlock();
      next();
    }
  }
  std::mutex lock_;
  std::condition_variable ready_;
  std::queue<std::function<void()>> work_;
  std::thread thread_;
};

class Outbox {
public:
  Outbox() {
    thread_ = std::thread([this] { run(); });
  }
  template <typename F> std::future<void> post(F work) {
    auto task = std::make_shared<std::packaged_task<void()>>(std::move(work));
    auto result = task->get_future();
    std::lock_guard<std::mutex> hold(lock_);
    parked_.emplace([task] { (*task)(); });
    return result;
  }

private:
  void run() {
    for (;;) {
      std::unique_lock<std::mutex> hold(lock_);
      if (parked_.empty())
        continue;
      auto next = std::move(parked_.front());
      parked_.pop();
      hold.unlock();
      next();
    }
  }
  std::mutex lock_;
  std::queue<std::function<void()>> parked_; // finding: deferred-work error "parked_"
  std::thread thread_;
};

static size_t digest(const std::string &text) { return std::hash<std::string>{}(text); }

int main() {
  Pool pool;
  Outbox outbox;
  httplib::Server server;
  server.Get("/digest", [&pool](const httplib::Request &req, httplib::Response &res) {
    auto result = pool.submit([text = req.body] { return digest(text); });
    res.set_content(std::to_string(result.get()), "text/plain");
  });
  server.Post("/mail", [&outbox](const httplib::Request &req, httplib::Response &res) {
    outbox.post([text = req.body] { digest(text); });
    res.status = 202;
  });
  server.listen("0.0.0.0", 8080);
}
