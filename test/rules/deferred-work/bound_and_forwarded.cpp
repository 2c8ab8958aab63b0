// A pool whose tasks are what std::bind made, handed on by a forwarding template: they run, and answer.
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <queue>
#include <thread>
#include <sys/socket.h>
#include <sys/epoll.h>
#include <netinet/in.h>
#include <unistd.h>
static int hits; // finding: mutable-global error "hits"
class ThreadPool {
public:
  explicit ThreadPool(size_t n = 8) : pool_(std::make_shared<Pool>()) {
    for (size_t i = 0; i < n; i++)
      std::thread([pool = pool_] {
        std::unique_lock<std::mutex> locker(pool->mtx);
        while (true) {
          if (!pool->tasks.empty()) {
            auto task = std::move(pool->tasks.front());
            pool->tasks.pop();
            locker.unlock();
            task();
            locker.lock();
          } else if (pool->isClosed) break;
          else pool->cond.wait(locker);
        }
      }).detach();
  }
  ThreadPool(ThreadPool &&) = default;
  template <class F> void AddTask(F &&task) {
    { std::lock_guard<std::mutex> l(pool_->mtx); pool_->tasks.emplace(std::forward<F>(task)); }
    pool_->cond.notify_one();
  }
private:
  struct Pool { std::mutex mtx; std::condition_variable cond; bool isClosed; std::queue<std::function<void()>> tasks; /* near-miss: the workers answer */ };
  std::shared_ptr<Pool> pool_;
};
class Server {
public:
  Server() : threadpool_(new ThreadPool(4)) {}
  void Start() {
    int l = socket(AF_INET, SOCK_STREAM, 0);
    listen(l, 5);
    while (true) { int fd = accept(l, nullptr, nullptr); DealRead_(fd); }
  }
  void DealRead_(int fd) { threadpool_->AddTask(std::bind(&Server::OnRead_, this, fd)); }
  void OnRead_(int fd) {
    char b[9];
    recv(fd, b, 9, 0);
    b[0] = char(++hits);
    send(fd, b, 9, 0);
    close(fd);
  }
private:
  ThreadPool *threadpool_;
};
int main() { Server s; s.Start(); }
