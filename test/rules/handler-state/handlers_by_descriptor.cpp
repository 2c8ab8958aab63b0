// A loop of the project's own that keeps a function for each descriptor: what such a function
// changes is changed by requests, the table of functions itself is machinery.
#include <cstdint>
#include <functional>
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

class EventLoop {
public:
  using Handler = std::function<void(uint32_t)>;
  EventLoop() : poll_(::epoll_create1(EPOLL_CLOEXEC)) {}
  ~EventLoop() { ::close(poll_); }

  void watch(int fd, uint32_t events, Handler handler) {
    arm(fd, events);
    handlers_.insert({fd, std::move(handler)});
  }
  void watchOnce(int fd, Handler handler) {
    arm(fd, EPOLLIN | EPOLLONESHOT);
    handlers_.emplace(fd, std::move(handler));
  }
  void forget(int fd) {
    ::epoll_ctl(poll_, EPOLL_CTL_DEL, fd, nullptr);
    handlers_.erase(fd);
  }
  void run() {
    epoll_event events[64];
    for (;;) {
      int n = ::epoll_wait(poll_, events, 64, -1);
      for (int i = 0; i < n; ++i) {
        auto it = handlers_.find(events[i].data.fd);
        if (it == handlers_.end())
          continue;
        Handler call = it->second;
        call(events[i].events);
      }
    }
  }

private:
  void arm(int fd, uint32_t events) {
    epoll_event wanted{};
    wanted.events = events;
    wanted.data.fd = fd;
    ::epoll_ctl(poll_, EPOLL_CTL_ADD, fd, &wanted);
  }
  int poll_;
  std::map<int, Handler> handlers_; // near-miss: who is called for which descriptor
};

class PriceServer {
public:
  PriceServer(EventLoop &loop, uint16_t port) : loop_(loop), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    ::bind(listener_, reinterpret_cast<sockaddr *>(&address), sizeof address);
    ::listen(listener_, 64);
    loop_.watch(listener_, EPOLLIN, [this](uint32_t) { accepted(); });
  }

private:
  void accepted() {
    int client = ::accept(listener_, nullptr, nullptr);
    if (client >= 0)
      loop_.watchOnce(client, [this, client](uint32_t events) { readable(client, events); });
  }
  void readable(int client, uint32_t events) {
    char piece[512];
    ssize_t n = (events & EPOLLIN) ? ::recv(client, piece, sizeof piece, 0) : 0;
    if (n > 0) {
      std::string answer = answerTo(std::string(piece, static_cast<size_t>(n)));
      ::send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
    }
    loop_.forget(client);
    ::close(client);
  }
  // "put apples 3" tells a price, "apples" asks for it.
  std::string answerTo(const std::string &line) {
    if (line.compare(0, 4, "put ") == 0) {
      size_t space = line.find(' ', 4);
      if (space == std::string::npos)
        return "what?\n";
      prices_[line.substr(4, space - 4)] = line.substr(space + 1);
      return "ok\n";
    }
    auto found = prices_.find(line);
    return found == prices_.end() ? "unknown\n" : found->second + "\n";
  }

  EventLoop &loop_;
  int listener_;
  std::map<std::string, std::string> prices_; // finding: handler-state|static-cache error "prices_"
};

int main() {
  EventLoop loop;
  PriceServer server(loop, 7610);
  loop.run();
}
