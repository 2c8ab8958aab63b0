// A pointer at namespace scope, for a signal handler's use, leads to the server
// object: its members are a handler's. A thread and its flags are no data.
#include <atomic>
#include <csignal>
#include <list>
#include <map>
#include <memory>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

class Server {
public:
  void run() {
    int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    ::listen(listener, 16);
    while (running_) {
      int fd = ::accept(listener, nullptr, nullptr);
      auto worker = std::make_unique<Worker>();
      Worker *known = worker.get();
      worker->thread = std::thread(&Server::serve, this, fd, known);
      workers_.push_back(std::move(worker));
      sweep();
    }
  }
  void stop() { running_ = false; }

private:
  struct Worker {
    std::thread thread;
    std::atomic<bool> finished{false};
  };
  struct Download {
    std::thread thread;
    std::atomic<bool> finished{false};
    std::atomic<int> percent{0};
  };

  void sweep() {
    for (auto it = workers_.begin(); it != workers_.end();)
      if ((*it)->finished) {
        (*it)->thread.join();
        it = workers_.erase(it);
      } else {
        ++it;
      }
  }

  void serve(int fd, Worker *worker) {
    char line[80];
    while (running_) {
      ssize_t n = ::recv(fd, line, sizeof line, 0);
      if (n <= 0)
        break;
      std::string name(line, size_t(n));
      names_[name] = fd;
      Download &mine = downloads_[name];
      mine.percent = 10;
      std::string text = std::to_string(names_.size()) + " " + std::to_string(mine.percent);
      ::send(fd, text.data(), text.size(), 0);
    }
    ::close(fd);
    worker->finished = true;
  }

  std::atomic<bool> running_{true};
  std::vector<std::unique_ptr<Worker>> workers_;  // near-miss: the threads of the connections
  std::map<std::string, int> names_;              // finding: handler-state error "names_"
  std::map<std::string, Download> downloads_;     // finding: handler-state error "downloads_"
};

std::unique_ptr<Server> server; // near-miss: set before serving

static void onSignal(int) {
  if (server)
    server->stop();
}

int main() {
  std::signal(SIGTERM, onSignal);
  server = std::make_unique<Server>();
  server->run();
}
