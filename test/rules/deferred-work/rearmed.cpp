// A worker takes a request and gives its connection back to the loop, which sends the answer.
#include <condition_variable>
#include <mutex>
#include <netinet/in.h>
#include <queue>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

struct Exchange {
  int fd;
  std::string request, response;
};

struct Work {
  int queue;
  Exchange *exchange;
};

static std::queue<Work> waiting; // near-miss: the loop answers when the worker is through
static std::mutex lock;
static std::condition_variable some;

static void work() {
  for (;;) {
    std::unique_lock<std::mutex> hold(lock);
    some.wait(hold, [] { return !waiting.empty(); });
    Work next = waiting.front();
    waiting.pop();
    hold.unlock();
    next.exchange->response = std::string(next.exchange->request.rbegin(), next.exchange->request.rend());
    epoll_event event{};
    event.events = EPOLLOUT;
    event.data.ptr = next.exchange;
    epoll_ctl(next.queue, EPOLL_CTL_MOD, next.exchange->fd, &event);
  }
}

int main() {
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_port = htons(7500);
  const int listener = socket(AF_INET, SOCK_STREAM, 0), queue = epoll_create1(0);
  bind(listener, reinterpret_cast<sockaddr *>(&here), sizeof here);
  listen(listener, 16);
  epoll_event first{};
  first.events = EPOLLIN;
  epoll_ctl(queue, EPOLL_CTL_ADD, listener, &first);
  std::thread worker(work);
  for (;;) {
    epoll_event events[16];
    const int n = epoll_wait(queue, events, 16, -1);
    for (int i = 0; i < n; ++i) {
      auto *exchange = static_cast<Exchange *>(events[i].data.ptr);
      if (!exchange) {
        exchange = new Exchange{accept(listener, nullptr, nullptr), "", ""};
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = exchange;
        epoll_ctl(queue, EPOLL_CTL_ADD, exchange->fd, &event);
      } else if (events[i].events & EPOLLOUT) {
        write(exchange->fd, exchange->response.data(), exchange->response.size());
        close(exchange->fd);
        delete exchange;
      } else {
        char text[512];
        const ssize_t got = read(exchange->fd, text, sizeof text);
        exchange->request.assign(text, got > 0 ? got : 0);
        std::lock_guard<std::mutex> hold(lock);
        waiting.push({queue, exchange});
        some.notify_one();
      }
    }
  }
}
