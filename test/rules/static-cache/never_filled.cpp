// Queues with a worker: one that requests fill, and one that only a function fills which nobody calls.
// packages: libcpp-httplib-dev
#include <condition_variable>
#include <httplib.h>
#include <mutex>
#include <queue>
#include <string>
#include <thread>

class Mails {
public:
  void push(const std::string &mail) {
    std::lock_guard<std::mutex> hold(lock_);
    waiting_.push(mail);
    wake_.notify_one();
  }
  std::string pop() {
    std::unique_lock<std::mutex> hold(lock_);
    wake_.wait(hold, [this] { return !waiting_.empty(); });
    std::string mail = waiting_.front();
    waiting_.pop();
    return mail;
  }

private:
  std::mutex lock_;
  std::condition_variable wake_;
  std::queue<std::string> waiting_; // finding: deferred-work error
};

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

int main() {
  Letters::get();
  Mails mails;
  std::thread([&] {
    for (;;)
      std::system(("echo " + mails.pop()).c_str());
  }).detach();
  httplib::Server server;
  server.Post("/mail", [&](const httplib::Request &req, httplib::Response &res) {
    mails.push(req.body);
    res.status = 202;
  });
  server.listen("0.0.0.0", 8080);
}
