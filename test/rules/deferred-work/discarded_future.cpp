// A pool whose futures some requests wait for and others drop; and one for which all wait.
// packages: libcpp-httplib-dev
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class Pool {
public:
  explicit Pool(unsigned count) {
    for (unsigned i = 0; i < count; ++i)
      threads_.emplace_back([this] { run(); });
  }
  template <class F> auto submit(F work) -> std::future<decltype(work())> {
    auto task = std::make_shared<std::packaged_task<decltype(work())()>>(std::move(work));
    auto result = task->get_future();
    std::lock_guard<std::mutex> hold(lock_);
    jobs_.emplace_back([task] { (*task)(); });
    wake_.notify_one();
    return result;
  }

private:
  void run() {
    for (;;) {
      std::unique_lock<std::mutex> hold(lock_);
      wake_.wait(hold, [this] { return !jobs_.empty(); });
      auto job = std::move(jobs_.front());
      jobs_.pop_front();
      hold.unlock();
      job();
    }
  }
  std::mutex lock_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_; // finding: deferred-work error
  std::vector<std::thread> threads_;
};

static std::string report(const std::string &kind) { return "<report kind='" + kind + "'/>"; }

int main() {
  Pool pool(2);
  httplib::Server server;
  server.Get("/now", [&](const httplib::Request &req, httplib::Response &res) {
    auto text = pool.submit([kind = req.get_param_value("kind")] { return report(kind); });
    res.set_content(text.get(), "application/xml");
  });
  server.Post("/later", [&](const httplib::Request &req, httplib::Response &res) {
    pool.submit([kind = req.get_param_value("kind")] { return std::system(("print " + report(kind)).c_str()); });
    res.status = 202;
  });
  server.listen("0.0.0.0", 8080);
}
