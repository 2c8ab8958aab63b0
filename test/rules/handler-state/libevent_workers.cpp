// The accepted connection goes to the loop of a worker thread, which is woken by a
// pipe; each worker knows its connections by descriptor.
// packages: libevent-dev
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/listener.h>
#include <list>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

struct Task {
  event_base *base = nullptr;
  evutil_socket_t sock = -1;
  virtual ~Task() = default;
  virtual void begin() = 0;
};

static std::map<std::string, std::string> notes; // finding: static-cache error "notes"
static bufferevent *gateway;                      // finding: mutable-global error "gateway"
static bufferevent *unused;                       // near-miss: only the one who said so

struct Talk : Task {
  void begin() override {
    bufferevent *event = bufferevent_socket_new(base, sock, BEV_OPT_CLOSE_ON_FREE);
    bufferevent_setcb(event, onRead, nullptr, nullptr, this);
    bufferevent_enable(event, EV_READ);
  }
  static void appoint(bufferevent *event) { gateway = event; }
  static void onRead(bufferevent *event, void *context) {
    char line[80];
    size_t n = bufferevent_read(event, line, sizeof line);
    std::string text(line, n);
    auto *self = static_cast<Talk *>(context);
    self->heard_ += text;
    if (text == "gateway")
      appoint(event);
    unused = event;
    notes[text] = self->heard_;
    if (gateway)
      bufferevent_write(gateway, line, n);
  }
  std::string heard_; // near-miss: one connection's
};

class Worker {
public:
  void start() {
    int ends[2];
    if (pipe(ends) != 0)
      return;
    wake_ = ends[1];
    base_ = event_base_new();
    event *woken = event_new(base_, ends[0], EV_READ | EV_PERSIST, onWake, this);
    event_add(woken, nullptr);
    std::thread([this] { event_base_dispatch(base_); }).detach();
  }
  void give(Task *task) {
    task->base = base_;
    {
      std::lock_guard<std::mutex> lock(guard_);
      tasks_.push_back(task);
    }
    if (::write(wake_, "c", 1) < 0)
      delete task;
  }

private:
  static void onWake(evutil_socket_t fd, short, void *self) {
    char c;
    if (::read(fd, &c, 1) == 1)
      static_cast<Worker *>(self)->next();
  }
  void next() {
    Task *task = nullptr;
    {
      std::lock_guard<std::mutex> lock(guard_);
      if (tasks_.empty())
        return;
      task = tasks_.front();
      tasks_.pop_front();
    }
    task->begin();
  }
  int wake_ = -1;
  event_base *base_ = nullptr;
  std::list<Task *> tasks_; // near-miss: connections on their way to the worker
  std::mutex guard_;
};

static std::vector<Worker *> workers; // near-miss: filled before serving
static size_t last;                   // near-miss: round robin
static std::map<evutil_socket_t, int> turns; // near-miss: by descriptor

static void onAccept(evconnlistener *, evutil_socket_t fd, sockaddr *, int, void *) {
  Task *task = new Talk;
  task->sock = fd;
  turns[fd] = 1;
  last = (last + 1) % workers.size();
  workers[last]->give(task);
}

int main() {
  for (int i = 0; i < 4; ++i) {
    auto *worker = new Worker;
    worker->start();
    workers.push_back(worker);
  }
  event_base *base = event_base_new();
  evconnlistener *listener = evconnlistener_new_bind(base, onAccept, nullptr, LEV_OPT_REUSEABLE, 10, nullptr, 0);
  event_base_dispatch(base);
  evconnlistener_free(listener);
}
