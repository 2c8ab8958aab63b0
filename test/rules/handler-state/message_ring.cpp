// A ring by which one thread hands messages and their sockets to the workers that answer; and numbers beside them.
#include <condition_variable>
#include <cstring>
#include <list>
#include <mutex>
#include <netinet/in.h>
#include <string>
#include <sys/select.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

class Messages {
public:
  explicit Messages(std::size_t capacity)
      : capacity_(capacity), texts_(new char[capacity * 512]), sockets_(new int[capacity]) {}
  char *enqueue(int client) {
    std::unique_lock<std::mutex> hold(lock_);
    wake_.wait(hold, [this] { return size_ < capacity_; });
    char *place = texts_ + in_ * 512;
    sockets_[in_] = client;
    in_ = (in_ + 1) % capacity_;
    ++size_;
    wake_.notify_all();
    return place;
  }
  char *dequeue(int *client) {
    std::unique_lock<std::mutex> hold(lock_);
    wake_.wait(hold, [this] { return size_ > 0; });
    char *place = texts_ + out_ * 512;
    *client = sockets_[out_];
    out_ = (out_ + 1) % capacity_;
    --size_;
    wake_.notify_all();
    return place;
  }

private:
  std::size_t in_ = 0;   // near-miss: where the ring begins
  std::size_t out_ = 0;  // near-miss: and ends
  std::size_t size_ = 0; // near-miss: how much lies in it
  std::size_t capacity_;
  char *texts_;  // near-miss: what the worker answers
  int *sockets_; // near-miss: to whom
  std::mutex lock_;
  std::condition_variable wake_;
};

class Workers {
public:
  explicit Workers(Messages &messages) : messages_(messages) { grow(); }
  void grow() { threads_.emplace_back(new std::thread([this] { run(); })); } // near-miss: one more of them
  std::size_t count() const { return threads_.size(); }

private:
  void run() {
    for (;;) {
      int client = -1;
      char *text = messages_.dequeue(&client);
      std::string answer = std::to_string(++answered_) + " " + text;
      send(client, answer.data(), answer.size(), 0);
    }
  }
  Messages &messages_;
  std::vector<std::thread *> threads_;
  long answered_ = 0; // finding: handler-state error
};

class Clients {
public:
  void add(int client) {
    FD_SET(client, &watched_);
    open_.push_front(client);
  }
  void drop(int client) {
    close(client);
    FD_CLR(client, &watched_);
    open_.remove(client);
  }
  void fail() {
    for (int client : open_)
      close(client);
  }
  std::list<int> &open() { return open_; }
  fd_set watched() const { return watched_; }

private:
  fd_set watched_{};
  std::list<int> open_; // near-miss: the open sockets, one by one
};

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7000);
  bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  listen(listener, 16);
  Messages messages(64);
  Workers workers(messages);
  Clients clients;
  for (;;) {
    fd_set ready = clients.watched();
    FD_SET(listener, &ready);
    if (select(FD_SETSIZE, &ready, nullptr, nullptr, nullptr) < 0)
      clients.fail();
    if (FD_ISSET(listener, &ready)) {
      int client = accept(listener, nullptr, nullptr);
      clients.add(client);
      if (workers.count() < 4)
        workers.grow();
    }
    auto at = clients.open().begin(), end = clients.open().end();
    while (at != end) {
      int client = *at;
      ++at;
      if (!FD_ISSET(client, &ready))
        continue;
      char *place = messages.enqueue(client);
      if (recv(client, place, 511, 0) <= 0)
        clients.drop(client);
    }
  }
}
