// Lists, trees and tables whose entries refer to each other are one datum each,
// at the head. Handlers keep what the worker's thread was given a pointer to.
#include <condition_variable>
#include <deque>
#include <fstream>
#include <functional>
#include <map>
#include <mutex>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

// The values, in a hash table.
class Values {
public:
  void load(const std::string &path) {
    std::ifstream in(path);
    for (std::string key, value; in >> key >> value;)
      set(key, value);
  }
  const std::string *get(const std::string &key) const {
    for (const Entry *e = buckets_[hash(key)]; e; e = e->next)
      if (e->key == key)
        return &e->value;
    return nullptr;
  }
  void set(const std::string &key, const std::string &value) {
    size_t at = hash(key);
    for (Entry *e = buckets_[at]; e; e = e->next)
      if (e->key == key) {
        e->value = value;
        return;
      }
    buckets_[at] = new Entry{key, value, buckets_[at]};
  }
  void erase(const std::string &key) {
    Entry **link = &buckets_[hash(key)];
    while (*link && (*link)->key != key)
      link = &(*link)->next;
    if (Entry *gone = *link) {
      *link = gone->next;
      delete gone;
    }
  }

private:
  struct Entry {
    std::string key;
    std::string value; // near-miss: part of the table
    Entry *next;       // near-miss: likewise
  };
  static size_t hash(const std::string &key) { return std::hash<std::string>{}(key) % 256; }
  Entry *buckets_[256] = {}; // finding: handler-state error "buckets_"
};

// How often each key was asked for, in a binary tree.
class Ranking {
public:
  Ranking() {
    add("help");
    add("index");
  }
  int add(const std::string &key) {
    Node **at = &root_;
    while (*at && (*at)->key != key)
      at = key < (*at)->key ? &(*at)->left : &(*at)->right;
    if (!*at)
      *at = new Node{key, 0, nullptr, nullptr};
    return ++(*at)->asked;
  }

private:
  struct Node {
    std::string key;
    int asked; // near-miss: part of the tree
    Node *left, *right; // near-miss: likewise
  };
  Node *root_ = nullptr; // finding: handler-state error "root_"
};

// Who may speak where.
class Rooms {
public:
  std::string host(const std::string &room, const std::string &who) { return hosts_.emplace(room, who).first->second; }

private:
  std::map<std::string, std::string> hosts_; // finding: handler-state error "hosts_"
};

// Looked at one after another: start-up links them, and they stay as they are.
class Check {
public:
  virtual ~Check() = default;
  Check *then(Check *next) { return next_ = next; }
  virtual bool admits(const std::string &line) { return !next_ || next_->admits(line); }

private:
  Check *next_ = nullptr; // near-miss: set by start-up
};
class Short : public Check {
public:
  bool admits(const std::string &line) override { return line.size() < 100 && Check::admits(line); }
};
class Fresh : public Check {
public:
  bool admits(const std::string &line) override {
    bool again = line == last_;
    last_ = line;
    return !again && Check::admits(line);
  }

private:
  std::string last_; // finding: handler-state error "last_"
};

class Clients {
public:
  void push(int fd) {
    std::lock_guard<std::mutex> hold(lock_);
    waiting_.push_back(fd);
    ready_.notify_one();
  }
  int pop() {
    std::unique_lock<std::mutex> hold(lock_);
    ready_.wait(hold, [this] { return !waiting_.empty(); });
    int fd = waiting_.front();
    waiting_.pop_front();
    return fd;
  }

private:
  std::mutex lock_;
  std::condition_variable ready_;
  std::deque<int> waiting_;
};

struct Job {
  std::string verb, key, value;
};

class Handler {
public:
  virtual ~Handler() = default;
  virtual std::string handle(const Job &job) = 0;
};
class StoreHandler : public Handler {
public:
  explicit StoreHandler(Values *values) : values_(values) {}
  std::string handle(const Job &job) override {
    if (job.verb == "DEL")
      values_->erase(job.key);
    else if (job.verb == "SET")
      values_->set(job.key, job.value);
    const std::string *found = values_->get(job.key);
    return found ? *found : "none";
  }

private:
  Values *values_; // near-miss: only leads to the table
};
class RankHandler : public Handler {
public:
  explicit RankHandler(Ranking *ranking) : ranking_(ranking) {}
  std::string handle(const Job &job) override { return std::to_string(ranking_->add(job.key)); }

private:
  Ranking *ranking_; // near-miss: likewise
};
class RoomHandler : public Handler {
public:
  explicit RoomHandler(Rooms *rooms) : rooms_(rooms) {}
  std::string handle(const Job &job) override { return rooms_->host(job.key, job.value); }

private:
  Rooms *rooms_; // near-miss: likewise
};

static void work(Clients *clients, Check *checks, Values *values, Ranking *ranking, Rooms *rooms) {
  Handler *handlers[] = {new StoreHandler(values), new RankHandler(ranking), new RoomHandler(rooms)};
  while (true) {
    int fd = clients->pop();
    char buffer[512];
    ssize_t n = ::recv(fd, buffer, sizeof buffer, 0);
    std::string line(buffer, size_t(n > 0 ? n : 0));
    size_t first = line.find(' '), second = line.find(' ', first + 1);
    Job job{line.substr(0, first), line.substr(first + 1, second), line.substr(second + 1)};
    std::string answer = "no";
    if (checks->admits(line))
      answer = handlers[job.verb == "RANK" ? 1 : job.verb == "HOST" ? 2 : 0]->handle(job);
    ::send(fd, answer.data(), answer.size(), 0);
    ::close(fd);
  }
}

int main(int argc, char **argv) {
  Clients clients;
  Values values;
  Ranking ranking;
  Rooms rooms;
  if (argc > 1)
    values.load(argv[1]);
  Check *checks = new Short;
  checks->then(new Fresh);
  std::thread worker(work, &clients, checks, &values, &ranking, &rooms);
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 16);
  while (true)
    clients.push(::accept(listener, nullptr, nullptr));
}
