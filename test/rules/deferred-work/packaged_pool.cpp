// A pool of packaged tasks: where the work itself answers, nothing is parked; where it only stores, it is.
#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <netinet/in.h>
#include <queue>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <type_traits>
#include <unistd.h>
#include <vector>

class AnsweringPool {
public:
  explicit AnsweringPool(size_t threads) {
    for (size_t i = 0; i < threads; ++i)
      workers_.emplace_back([this] {
        for (;;) {
          std::function<void()> task;
          {
            std::unique_lock<std::mutex> hold(lock_);
            ready_.wait(hold, [this] { return !tasks_.empty(); });
            task = std::move(tasks_.front());
            tasks_.pop();
          }
          task();
        }
      });
  }
  template <class F, class... Args> auto enqueue(F &&f, Args &&...args) -> std::future<std::invoke_result_t<F, Args...>> {
    using Result = std::invoke_result_t<F, Args...>;
    auto task = std::make_shared<std::packaged_task<Result()>>(std::bind(std::forward<F>(f), std::forward<Args>(args)...));
    std::future<Result> result = task->get_future();
    {
      std::unique_lock<std::mutex> hold(lock_);
      tasks_.emplace([task]() { (*task)(); });
    }
    ready_.notify_one();
    return result;
  }

private:
  std::vector<std::thread> workers_;
  std::queue<std::function<void()>> tasks_; // near-miss: the tasks answer
  std::mutex lock_;
  std::condition_variable ready_;
};

class Server {
public:
  int run() {
    AnsweringPool *pool = new AnsweringPool(4);
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_port = htons(7200);
    bind(listener, reinterpret_cast<sockaddr *>(&here), sizeof here);
    listen(listener, 16);
    for (;;) {
      const int client = accept(listener, nullptr, nullptr);
      if (client < 0)
        continue;
      char text[256];
      const ssize_t n = recv(client, text, sizeof text, 0);
      if (n > 0)
        auto later = pool->enqueue(&Server::answer, this, std::string(text, n), client);
    }
  }

private:
  void answer(std::string text, int client) {
    send(client, text.data(), text.size(), 0);
    close(client);
  }
};

int main() { return Server().run(); }
