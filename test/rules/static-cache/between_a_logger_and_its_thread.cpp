// A queue that only a logger and its thread use belongs to the logger, wherever it lies. Another one of its kind does
// not.
// packages: libcpp-httplib-dev
#include <deque>
#include <fstream>
#include <httplib.h>
#include <mutex>
#include <string>
#include <thread>
#include <unistd.h>

template <typename T> class Queue {
public:
  static Queue &ofLines() {
    static Queue lines;
    return lines;
  }
  static Queue &ofOrders() {
    static Queue orders; // finding: static-cache error "orders"
    return orders;
  }
  void put(const T &item) {
    std::lock_guard<std::mutex> lock(mutex_);
    items_.push_back(item);
  }
  bool take(T &item) {
    std::lock_guard<std::mutex> lock(mutex_);
    if (items_.empty())
      return false;
    item = items_.front();
    items_.pop_front();
    return true;
  }

private:
  std::mutex mutex_;
  std::deque<T> items_;
};

class FileLogger {
public:
  static FileLogger &instance() {
    static FileLogger logger;
    return logger;
  }
  void write(const std::string &line) { Queue<std::string>::ofLines().put(line); }

private:
  FileLogger() : thread_(&FileLogger::flush, this) {}
  void flush() {
    std::ofstream out("/dev/stdout");
    for (;;) {
      std::string line;
      while (Queue<std::string>::ofLines().take(line))
        out << line << '\n';
      sleep(1);
    }
  }
  std::thread thread_;
};

int main() {
  httplib::Server server;
  server.Post("/orders", [](const httplib::Request &q, httplib::Response &) {
    FileLogger::instance().write(q.path);
    Queue<std::string>::ofOrders().put(q.body);
  });
  server.Get("/orders/next", [](const httplib::Request &, httplib::Response &r) {
    std::string order;
    if (Queue<std::string>::ofOrders().take(order))
      r.set_content(order, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
