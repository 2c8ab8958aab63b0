// Games that run in threads of their own and that requests find by number are state; the threads of a
// pool are not.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <mutex>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

class Thread {
public:
  virtual ~Thread() = default;
  void start() { thread_ = std::thread([this] { run(); }); }
  void join() { thread_.join(); }
  virtual void run() = 0;

private:
  void main() {
    try {
      run();
    } catch (const std::exception &error) {
      std::fprintf(stderr, "%s\n", error.what());
    }
  }
  std::thread thread_;
};

class Game : public Thread {
public:
  void enter(int fd, const std::string &name) {
    std::lock_guard<std::mutex> hold(lock_);
    players_[fd] = name;
  }
  void stop() { stopped_ = true; }
  void run() override {
    for (int turn = 0; !stopped_; ++turn) {
      std::lock_guard<std::mutex> hold(lock_);
      for (auto &[fd, name] : players_) {
        std::string line = name + ", turn " + std::to_string(turn) + "\n";
        send(fd, line.data(), line.size(), MSG_NOSIGNAL);
      }
    }
  }

private:
  std::mutex lock_;
  std::atomic<bool> stopped_{false};
  std::map<int, std::string> players_; // near-miss: goes with the game
};

class Arcade;

class Worker : public Thread {
public:
  Worker(int listener, Arcade &arcade) : listener_(listener), arcade_(arcade) {}
  void run() override;

private:
  int listener_;
  Arcade &arcade_;
};

class Arcade {
public:
  void serve(int client) {
    char line[128];
    ssize_t n = recv(client, line, sizeof line - 1, 0);
    if (n <= 0)
      return;
    line[n] = '\0';
    int number = std::atoi(line + 1);
    std::lock_guard<std::mutex> hold(lock_);
    if (line[0] == 'o') {
      auto *game = new Game;
      game->enter(client, "host");
      game->start();
      games_[number] = game;
      return;
    }
    auto found = games_.find(number);
    if (found == games_.end())
      return;
    if (line[0] == 'j') {
      found->second->enter(client, "guest");
    } else if (line[0] == 'c') {
      found->second->stop();
      found->second->join();
      delete found->second;
      games_.erase(found);
    }
  }

private:
  std::mutex lock_;
  std::map<int, Game *> games_; // finding: handler-state|static-cache "games_"
};

class Pool {
public:
  Pool(int listener, Arcade &arcade) {
    for (int i = 0; i < 4; ++i)
      workers_.push_back(new Worker(listener, arcade));
  }
  void run() {
    for (Worker *worker : workers_)
      worker->start();
    for (Worker *worker : workers_)
      worker->join();
  }

private:
  std::vector<Worker *> workers_; // near-miss: a pool's
};

void Worker::run() {
  while (true) {
    int client = accept(listener_, nullptr, nullptr);
    if (client < 0)
      return;
    arcade_.serve(client);
  }
}

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(7640);
  bind(listener, reinterpret_cast<sockaddr *>(&at), sizeof at);
  listen(listener, 16);
  Arcade arcade;
  Pool pool(listener, arcade);
  pool.run();
}
