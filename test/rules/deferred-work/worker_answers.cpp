// A loop waits for readiness and says nothing to anybody: its workers read the request and answer.
#include <netinet/in.h>
#include <pthread.h>
#include <queue>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

using Step = bool (*)(int);

class Task {
public:
  void set(int data, Step step) {
    data_ = data;
    step_ = step;
  }
  void run() { step_(data_); }

private:
  int data_ = -1;
  Step step_ = nullptr;
};

class Pool {
public:
  Pool() {
    pthread_mutex_init(&mutex_, nullptr);
    pthread_cond_init(&some_, nullptr);
    for (int i = 0; i < 4; i++) {
      pthread_t id;
      pthread_create(&id, nullptr, &Pool::work, this);
    }
  }
  void push(Task &task) {
    pthread_mutex_lock(&mutex_);
    tasks_.push(task);
    pthread_mutex_unlock(&mutex_);
    pthread_cond_signal(&some_);
  }

private:
  static void *work(void *self) {
    Pool *pool = static_cast<Pool *>(self);
    while (true) {
      pthread_mutex_lock(&pool->mutex_);
      while (pool->tasks_.empty())
        pthread_cond_wait(&pool->some_, &pool->mutex_);
      Task task = pool->tasks_.front();
      pool->tasks_.pop();
      pthread_mutex_unlock(&pool->mutex_);
      task.run();
    }
    return nullptr;
  }
  std::queue<Task> tasks_; // near-miss: whoever takes one out answers
  pthread_mutex_t mutex_;
  pthread_cond_t some_;
};

class Peer {
public:
  explicit Peer(int number) : number_(number) {}
  std::string ask() {
    char text[512];
    ssize_t n = recv(number_, text, sizeof text, 0);
    return n > 0 ? std::string(text, n) : std::string();
  }
  void tell(const std::string &text) { send(number_, text.data(), text.size(), 0); }

private:
  int number_;
};

static bool serve(int number) {
  Peer peer(number);
  std::string asked = peer.ask();
  peer.tell("HTTP/1.1 200 OK\r\n\r\n" + asked);
  close(number);
  return true;
}

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(8080);
  bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  listen(listener, 64);
  int epoll = epoll_create1(0);
  epoll_event watch{};
  watch.events = EPOLLIN;
  watch.data.fd = listener;
  epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &watch);
  Pool pool;
  epoll_event ready[64];
  while (true) {
    int n = epoll_wait(epoll, ready, 64, -1);
    for (int i = 0; i < n; i++) {
      if (ready[i].data.fd == listener) {
        epoll_event add{};
        add.events = EPOLLIN;
        add.data.fd = accept(listener, nullptr, nullptr);
        epoll_ctl(epoll, EPOLL_CTL_ADD, add.data.fd, &add);
        continue;
      }
      Task task;
      task.set(ready[i].data.fd, serve);
      pool.push(task);
    }
  }
}
