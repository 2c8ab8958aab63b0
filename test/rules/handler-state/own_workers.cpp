#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <netinet/in.h>
#include <queue>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <unordered_set>
#include <vector>

class Table {
public:
  std::string swap(const std::string &name) {
    std::lock_guard<std::mutex> lock(mutex_);
    names_[name] = last_;
    last_ = name;
    return names_.begin()->second;
  }

private:
  std::mutex mutex_;
  std::map<std::string, std::string> names_; // finding: handler-state error "names_"

  std::string last_; // finding: handler-state error "last_"
};

// Takes connections over from the accepting loop.
struct Worker {
  int epoll = epoll_create1(0);
  std::thread thread;
  std::mutex mutex;
  std::queue<int> arrived;
  std::unordered_set<int> open;

  void run(Table &table) {
    epoll_event events[8];
    for (;;) {
      int n = epoll_wait(epoll, events, 8, -1);
      {
        std::lock_guard<std::mutex> lock(mutex);
        while (!arrived.empty()) {
          open.insert(arrived.front());
          arrived.pop();
        }
      }
      for (int i = 0; i < n; ++i) {
        int fd = events[i].data.fd;
        char text[80];
        long got = read(fd, text, sizeof text);
        if (got <= 0) {
          open.erase(fd);
          close(fd);
          continue;
        }
        std::string answer = table.swap(std::string(text, got));
        write(fd, answer.data(), answer.size());
      }
    }
  }
};

// Each line goes to all: who they are is what visitors observe.
class Room {
public:
  void join(int fd) { members_.insert(fd); }
  void say(const std::string &line) {
    for (int fd : members_)
      write(fd, line.data(), line.size());
  }

private:
  std::unordered_set<int> members_; // finding: handler-state error "members_"
};

void dispatch(int fd, std::vector<std::unique_ptr<Worker>> &workers) {
  static size_t next = 0;
  Worker &worker{*workers[next++ % workers.size()]};
  std::lock_guard<std::mutex> lock(worker.mutex);
  worker.arrived.push(fd);
}

int main() {
  Table table;
  Room room;
  std::vector<std::unique_ptr<Worker>> workers;
  for (int i = 0; i < 4; ++i) {
    auto worker = std::make_unique<Worker>();
    worker->thread = std::thread(&Worker::run, worker.get(), std::ref(table));
    workers.push_back(std::move(worker));
  }
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  listen(listener, 16);
  for (;;) {
    int fd = accept(listener, nullptr, nullptr);
    room.join(fd);
    room.say("hello\n");
    dispatch(fd, workers);
  }
}
