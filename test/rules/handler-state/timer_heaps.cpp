// Until when each connection may be silent, in a heap; and until when each auction runs.
#include <cstdlib>
#include <ctime>
#include <map>
#include <memory>
#include <mutex>
#include <netinet/in.h>
#include <queue>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

class Visit {
public:
  explicit Visit(int fd) : fd_(fd) {}
  ~Visit() { close(fd_); }
  bool answer() {
    char text[256];
    ssize_t got = read(fd_, text, sizeof text);
    return got > 0 && write(fd_, text, got) == got;
  }

private:
  int fd_;
};

struct Auction {
  std::string item;
  int price = 0;
};

class VisitTimer {
public:
  VisitTimer(std::shared_ptr<Visit> visit, std::time_t until) : until_(until), visit_(std::move(visit)) {}
  std::time_t until() const { return until_; }
  void cancel() {
    cancelled_ = true;
    visit_.reset();
  }
  bool over() const { return cancelled_ || until_ < std::time(nullptr); }

private:
  bool cancelled_ = false;
  std::time_t until_;
  std::shared_ptr<Visit> visit_;
};

struct ReminderTimer { // says something, too
  std::time_t until;
  const char *text;
  std::shared_ptr<Visit> visit;
};

struct AuctionTimer {
  std::time_t until;
  std::shared_ptr<Auction> auction;
};

struct Later {
  bool operator()(const std::shared_ptr<VisitTimer> &a, const std::shared_ptr<VisitTimer> &b) const { return a->until() > b->until(); }
  bool operator()(const ReminderTimer &a, const ReminderTimer &b) const { return a.until > b.until; }
  bool operator()(const AuctionTimer &a, const AuctionTimer &b) const { return a.until > b.until; }
};

class Waits {
public:
  std::shared_ptr<VisitTimer> add(std::shared_ptr<Visit> visit) {
    auto timer = std::make_shared<VisitTimer>(std::move(visit), std::time(nullptr) + 60);
    visits_.push(timer);
    return timer;
  }
  void remind(std::shared_ptr<Visit> visit) { reminders_.push({std::time(nullptr) + 60, reminders_.size() % 2 ? "soon" : "later", std::move(visit)}); }
  const char *reminder() const { return reminders_.empty() ? "" : reminders_.top().text; }
  void announce(const std::string &item) { auctions_.push({std::time(nullptr) + 600, std::make_shared<Auction>(Auction{item})}); }
  int next() {
    while (!visits_.empty() && visits_.top()->over())
      visits_.pop();
    while (!auctions_.empty() && auctions_.top().until < std::time(nullptr))
      auctions_.pop();
    return visits_.empty() ? -1 : static_cast<int>(visits_.top()->until() - std::time(nullptr)) * 1000;
  }
  std::string first() const { return auctions_.empty() ? "" : auctions_.top().auction->item; }

private:
  std::priority_queue<std::shared_ptr<VisitTimer>, std::vector<std::shared_ptr<VisitTimer>>, Later> visits_; // near-miss: one of each connection
  std::priority_queue<ReminderTimer, std::vector<ReminderTimer>, Later> reminders_;                         // finding: handler-state error "reminders_"
  std::priority_queue<AuctionTimer, std::vector<AuctionTimer>, Later> auctions_;                            // finding: handler-state error "auctions_"
};

class Events {
public:
  Events() : queue_(epoll_create1(0)) {}
  void watch(int fd) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = fd;
    epoll_ctl(queue_, EPOLL_CTL_ADD, fd, &event);
  }
  int wait(int howLong) { return epoll_wait(queue_, events_, 64, howLong); }
  int at(int n) const { return events_[n].data.fd; }

private:
  int queue_;
  epoll_event events_[64];
};

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in own{};
  own.sin_family = AF_INET;
  own.sin_port = htons(7000);
  bind(listener, reinterpret_cast<sockaddr *>(&own), sizeof own);
  listen(listener, 16);
  Events events;
  events.watch(listener);
  Waits waits;
  std::map<int, std::shared_ptr<Visit>> visits; // by descriptor
  int howLong = -1; // near-miss: only how long it waits
  bool closes = getenv("CLOSES") != nullptr;
  while (true) {
    if (closes)
      howLong = waits.next();
    int ready = events.wait(howLong);
    for (int n = 0; n < ready; ++n) {
      int fd = events.at(n);
      if (fd == listener) {
        int client = accept(listener, nullptr, nullptr);
        visits[client] = std::make_shared<Visit>(client);
        waits.add(visits[client]);
        waits.remind(visits[client]);
        waits.announce(waits.reminder());
        waits.announce(waits.first() + "s");
        events.watch(client);
      } else if (!visits[fd]->answer()) {
        visits.erase(fd);
      }
    }
  }
}
