// A pool of packaged tasks: where the work itself answers, nothing is parked; where it only stores, it is.
#include <condition_variable>
#include <cstring>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <netinet/in.h>
#include <queue>
#include <string>
#include <sys/select.h>
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
    pool_ = new AnsweringPool(4);
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_port = htons(7200);
    bind(listener, reinterpret_cast<sockaddr *>(&here), sizeof here);
    listen(listener, 16);
    fd_set all, ready;
    FD_ZERO(&all);
    FD_SET(listener, &all);
    int highest = listener;
    unsigned char in[256], out[256];
    int length = 0;
    for (;;) {
      ready = all;
      if (select(highest + 1, &ready, nullptr, nullptr, nullptr) < 0)
        return 1;
      for (int i = 0; i <= highest; ++i) {
        if (!FD_ISSET(i, &ready))
          continue;
        if (i == listener) {
          const int client = accept(listener, nullptr, nullptr);
          if (client >= 0)
            FD_SET(client, &all);
          if (client > highest)
            highest = client;
        } else if (const ssize_t n = recv(i, in, sizeof in, 0); n > 0) {
          auto later = pool_->enqueue(&Server::answer, this, in, n, out, length, i);
        } else {
          close(i);
          FD_CLR(i, &all);
        }
      }
    }
  }

private:
  void answer(unsigned char *in, ssize_t n, unsigned char *out, int &length, int client) {
    length = static_cast<int>(n);
    memcpy(out, in, length);
    send(client, out, length, 0);
  }
  AnsweringPool *pool_ = nullptr;
};

int main() { return Server().run(); }
