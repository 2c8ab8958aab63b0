// Two threads serve: one reads from the connections, the other works and answers. The
// queue between them names the descriptor of whoever waits.
#include <cstring>
#include <map>
#include <mutex>
#include <netinet/in.h>
#include <queue>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

struct Packet {
  int sock = 0;
  std::string text;
};
struct Mail {
  int to = 0;
  std::string text;
};

class Logic {
public:
  void start() { thread_ = std::thread(&Logic::work, this); }
  void add(int sock, const std::string &text) {
    std::lock_guard<std::mutex> lock(guard_);
    Packet packet;
    packet.sock = sock;
    packet.text = text;
    packets_.push(packet);
  }
  void later(int to, const std::string &text) {
    std::lock_guard<std::mutex> lock(guard_);
    mails_.push(Mail{to, text});
  }
  void retire(int number) {
    std::lock_guard<std::mutex> lock(guard_);
    numbers_.push(number);
  }

private:
  void work() {
    while (true) {
      std::lock_guard<std::mutex> lock(guard_);
      if (!packets_.empty()) {
        Packet packet = packets_.front();
        packets_.pop();
        std::string answer = std::to_string(++seen_[packet.text]);
        ::send(packet.sock, answer.data(), answer.size(), 0);
      } else if (!numbers_.empty()) {
        given_ = numbers_.front();
        numbers_.pop();
      }
      usleep(10);
    }
  }
  std::mutex guard_;
  std::thread thread_;
  std::queue<Packet> packets_;      // near-miss: who takes the work answers the client
  std::queue<Mail> mails_;          // finding: handler-state|static-cache|deferred-work error "mails_"
  std::queue<int> numbers_;         // near-miss: descriptors
  std::map<std::string, int> seen_; // finding: handler-state|static-cache error|warning "seen_"
  int given_ = 0;                   // near-miss: nobody looks at it
};

class Front {
public:
  explicit Front(Logic &logic) : logic_(logic) {}
  void start(int listener) {
    listener_ = listener;
    thread_ = std::thread(&Front::serve, this);
  }
  void join() { thread_.join(); }

private:
  void serve() {
    int poll = epoll_create1(0);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = listener_;
    epoll_ctl(poll, EPOLL_CTL_ADD, listener_, &event);
    epoll_event ready[8];
    while (true) {
      int n = epoll_wait(poll, ready, 8, -1);
      for (int i = 0; i < n; ++i) {
        int fd = ready[i].data.fd;
        if (fd == listener_) {
          event.data.fd = ::accept(listener_, nullptr, nullptr);
          epoll_ctl(poll, EPOLL_CTL_ADD, event.data.fd, &event);
          continue;
        }
        char text[80];
        ssize_t got = ::recv(fd, text, sizeof text, 0);
        if (got <= 0) {
          logic_.retire(fd);
          ::close(fd);
        } else {
          logic_.add(fd, std::string(text, size_t(got)));
          logic_.later(1, "somebody came");
        }
      }
    }
  }
  Logic &logic_;
  int listener_ = -1;
  std::thread thread_;
};

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 16);
  Logic logic;
  logic.start();
  Front front(logic);
  front.start(listener);
  front.join();
}
