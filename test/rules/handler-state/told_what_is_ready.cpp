// Handlers of several classes hang on epoll's event by their base: the listener is made at start-up,
// a client at each accept. What a client changes in a table of the program is state.
#include <cstdint>
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

class Handler {
public:
  explicit Handler(int fd) : fd_(fd) {}
  virtual ~Handler() { ::close(fd_); }
  virtual bool onRead() = 0; // false: over
  void told(uint32_t events) {
    readable_ = (events & (EPOLLIN | EPOLLHUP)) != 0;
    writable_ = (events & EPOLLOUT) != 0;
  }
  bool readable() const { return readable_; }
  bool writable() const { return writable_; }
  int fd() const { return fd_; }

private:
  int fd_;
  bool readable_ = false; // near-miss: what epoll says in this turn
  bool writable_ = false; // near-miss
};

static void add(int poll, Handler *handler) {
  epoll_event wanted{};
  wanted.events = EPOLLIN;
  wanted.data.ptr = handler;
  ::epoll_ctl(poll, EPOLL_CTL_ADD, handler->fd(), &wanted);
}

class Client : public Handler {
public:
  using Handler::Handler;
  bool onRead() override;

private:
  void line(const std::string &text);
  std::string input_; // near-miss: the connection's
  int lines_ = 0;     // near-miss
};

class Listener : public Handler {
public:
  Listener(int fd, int poll) : Handler(fd), poll_(poll) {}
  bool onRead() override {
    int fd = ::accept(this->fd(), nullptr, nullptr);
    if (fd >= 0)
      add(poll_, new Client(fd));
    return true;
  }

private:
  int poll_;
};

static std::map<std::string, std::string> notices; // finding: static-cache error "notices"

bool Client::onRead() {
  char piece[512];
  ssize_t n = ::recv(fd(), piece, sizeof piece, 0);
  if (n <= 0)
    return false;
  input_.append(piece, static_cast<size_t>(n));
  for (size_t end; (end = input_.find('\n')) != std::string::npos;) {
    line(input_.substr(0, end));
    input_.erase(0, end + 1);
  }
  return true;
}

void Client::line(const std::string &text) {
  std::string answer = std::to_string(++lines_) + ": ";
  if (size_t sign = text.find('='); sign != std::string::npos)
    notices[text.substr(0, sign)] = text.substr(sign + 1);
  else if (auto found = notices.find(text); found != notices.end())
    answer += found->second;
  answer += '\n';
  ::send(fd(), answer.data(), answer.size(), MSG_NOSIGNAL);
}

// Asks epoll once and tells each handler what it said.
static void wait(int poll, std::vector<Handler *> &ready) {
  epoll_event events[32];
  int n = ::epoll_wait(poll, events, 32, 500);
  for (int i = 0; i < n; ++i) {
    auto *handler = static_cast<Handler *>(events[i].data.ptr);
    handler->told(events[i].events);
    ready.push_back(handler);
  }
}

int main() {
  int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7620);
  ::bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(socket, 64);
  int poll = ::epoll_create1(0);
  Listener listener(socket, poll);
  add(poll, &listener);
  std::vector<Handler *> ready; // near-miss: cleared in each turn
  for (;;) {
    ready.clear();
    epoll_event events[32];
    int n = ::epoll_wait(poll, events, 32, 500);
    for (int i = 0; i < n; ++i) {
      auto *handler = static_cast<Handler *>(events[i].data.ptr);
      handler->told(events[i].events);
      ready.push_back(handler);
    }
    for (Handler *handler : ready)
      if (handler->readable() && !handler->onRead())
        delete handler;
  }
}
