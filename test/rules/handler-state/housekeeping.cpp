// packages: libpq-dev
// What a process keeps to look after itself, told by how it is used.
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include <postgresql/libpq-fe.h>

// The loop's own flag, by whatever name: threads set and clear it.
class Listener {
public:
  void start() {
    open_ = true;
    worker_ = std::thread(&Listener::work, this);
  }
  void stop() { open_ = false; }

private:
  void work() {
    while (open_) {
      int fd = ::accept(socket_, nullptr, nullptr);
      if (fd < 0)
        break;
      serve(fd);
    }
    stop();
    ::close(socket_);
    socket_ = -1;
  }
  void serve(int fd) {
    char buffer[64];
    ssize_t n = ::read(fd, buffer, sizeof buffer);
    if (n > 0 && buffer[0] == 'q')
      paused_ = true;
    ::send(fd, paused_ ? "paused" : "ready", 5, 0);
    ::close(fd);
  }

  std::atomic<bool> open_{false}; // near-miss: the loop goes on while it is set
  int socket_ = ::socket(AF_INET, SOCK_STREAM, 0); // near-miss: only closed while serving
  bool paused_ = false; // finding: handler-state error "paused_"
  std::thread worker_;
};

// Poll sets: how many places are taken is counted anew.
class PollSet {
public:
  void add(int fd) {
    set_[count_].fd = fd;
    set_[count_].events = POLLIN;
    count_++;
  }
  void drop(int fd) {
    for (auto &entry : set_)
      if (entry.fd == fd)
        entry.fd = -1;
    recount();
  }
  int wait() {
    ::poll(set_, count_, 1000);
    for (auto &entry : set_)
      if (entry.revents & POLLIN)
        return entry.fd;
    return -1;
  }

private:
  void recount() {
    nfds_t count = 0;
    for (auto &entry : set_)
      if (entry.fd != -1)
        count++;
    count_ = count;
  }

  pollfd set_[64];
  nfds_t count_ = 0; // near-miss: keeps the books of the poll set
};

// Chooses among workers that are all alike.
class Dispatcher {
public:
  void give(int fd) {
    std::shared_ptr<std::thread> worker = workers_[turn_];
    turn_ = (turn_ + 1) % int(workers_.size());
    if (worker)
      ::send(fd, "taken", 5, 0);
  }
  int ticket() {
    ticket_ = (ticket_ + 1) % 1000;
    return ticket_;
  }

private:
  std::vector<std::shared_ptr<std::thread>> workers_;
  int turn_ = 0;   // near-miss: only chooses
  int ticket_ = 0; // finding: handler-state error "ticket_"
};

// A pool that says of each of its connections what it is doing.
class Pool {
public:
  Pool() {
    for (int i = 0; i < 4; i++)
      state_[PQconnectdb("")] = 0;
  }
  PGconn *lend() {
    for (auto it = state_.begin(); it != state_.end(); ++it)
      if (it->second == 0) {
        it->second = 1;
        return it->first;
      }
    return nullptr;
  }
  void giveBack(PGconn *one) { state_[one] = 0; }

private:
  std::map<PGconn *, short> state_; // near-miss: keyed by the handles themselves
};

// Says whether a pool's connection is lent.
struct Pooled {
  PGconn *handle = nullptr;
  bool inUse = false; // near-miss: beside the handle that it speaks of
};
struct Seat {
  std::string row;
  bool inUse = false; // finding: handler-state error "inUse"
};

class Desk {
public:
  Desk() { seat_.row = "A"; }
  bool take() {
    if (seat_.inUse)
      return false;
    return seat_.inUse = true;
  }
  Pooled *lend() {
    std::lock_guard<std::mutex> hold(lock_);
    if (pooled_.inUse)
      return nullptr;
    pooled_.inUse = true;
    return &pooled_;
  }
  void giveBack(Pooled *p) {
    std::lock_guard<std::mutex> hold(lock_);
    p->inUse = false;
  }
  void note(int n) { noted_ = n; }

private:
  std::mutex lock_;
  Seat seat_;
  Pooled pooled_;
  int noted_ = 0; // near-miss: no code reads it
};

int main() {
  Listener listener;
  listener.start();
  PollSet set;
  Dispatcher dispatcher;
  Desk desk;
  Pool pool;
  bool finished = false; // near-miss: ends the loop
  size_t taken = 0;      // near-miss: counted, and nobody looks
  size_t shown = 0;      // finding: handler-state error "shown"
  int incoming = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(incoming, 16);
  while (!finished) {
    int fd = ::accept(incoming, nullptr, nullptr);
    finished = finished || fd < 0;
    taken++;
    shown += size_t(fd);
    if (PGconn *one = pool.lend()) {
      PQclear(PQexec(one, "select 2"));
      pool.giveBack(one);
    }
    set.add(fd);
    int ready = set.wait();
    dispatcher.give(ready);
    std::string text = std::to_string(dispatcher.ticket());
    if (Pooled *p = desk.lend()) {
      PQclear(PQexec(p->handle, "select 1"));
      desk.giveBack(p);
    }
    text += desk.take() ? "yours" : "gone";
    text += std::to_string(shown);
    desk.note(ready);
    ::send(ready, text.data(), text.size(), 0);
    set.drop(ready);
  }
}
