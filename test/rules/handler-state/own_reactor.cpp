// A reactor of the project's own: the poller is found by its base class, channels
// are told what is ready, connections are kept by a name that the server makes up.
#include <functional>
#include <map>
#include <memory>
#include <netinet/in.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <unordered_map>
#include <vector>

class Channel {
public:
  explicit Channel(int fd) : fd_(fd) {}
  void onRead(std::function<void()> callback) { callback_ = std::move(callback); }
  void setReady(int ready) { ready_ = ready; }
  void handle() {
    if (ready_ & EPOLLIN)
      callback_();
  }
  int fd() const { return fd_; }

private:
  int fd_;
  int ready_ = 0; // near-miss: what the poller says
  std::function<void()> callback_;
};

class Poller {
public:
  virtual ~Poller() = default;
  virtual void poll(std::vector<Channel *> &active) = 0;
  virtual void add(Channel *channel) = 0;
};

class EpollPoller : public Poller {
public:
  EpollPoller() : epoll_(epoll_create1(0)), events_(16) {}
  void poll(std::vector<Channel *> &active) override {
    int n = epoll_wait(epoll_, events_.data(), int(events_.size()), -1);
    for (int i = 0; i < n; ++i) {
      auto *channel = static_cast<Channel *>(events_[i].data.ptr);
      channel->setReady(events_[i].events);
      active.push_back(channel);
    }
  }
  void add(Channel *channel) override {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = channel;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, channel->fd(), &event);
  }

private:
  int epoll_;
  std::vector<epoll_event> events_; // near-miss: filled by the poller
};

class Loop {
public:
  Loop() : poller_(std::make_unique<EpollPoller>()) {}
  void run() {
    while (!quit_) {
      active_.clear();
      poller_->poll(active_);
      for (Channel *channel : active_)
        channel->handle();
    }
  }
  void add(Channel *channel) { poller_->add(channel); }

private:
  bool quit_ = false;
  std::unique_ptr<Poller> poller_;
  std::vector<Channel *> active_; // near-miss: cleared in each turn
};

class TcpConnection : public std::enable_shared_from_this<TcpConnection> {
public:
  using OnMessage = std::function<void(const std::shared_ptr<TcpConnection> &, const std::string &)>;
  using OnClose = std::function<void(const std::shared_ptr<TcpConnection> &)>;
  TcpConnection(std::string name, int fd) : name_(std::move(name)), channel_(fd) {}
  void start(Loop &loop, OnMessage message, OnClose close) {
    message_ = std::move(message);
    close_ = std::move(close);
    channel_.onRead([this] { read(); });
    loop.add(&channel_);
  }
  void send(const std::string &text) { ::send(channel_.fd(), text.data(), text.size(), 0); }
  const std::string &name() const { return name_; }

private:
  void read() {
    char piece[256];
    ssize_t n = ::read(channel_.fd(), piece, sizeof piece);
    if (n <= 0) {
      close_(shared_from_this());
      return;
    }
    received_.append(piece, size_t(n));
    message_(shared_from_this(), received_);
    received_.clear();
  }
  std::string name_;
  Channel channel_;
  std::string received_; // near-miss: one connection's
  OnMessage message_;
  OnClose close_;
};

class TcpServer {
public:
  TcpServer(Loop &loop, TcpConnection::OnMessage message)
      : loop_(loop), message_(std::move(message)), accepts_(::socket(AF_INET, SOCK_STREAM, 0)) {
    ::listen(accepts_.fd(), 16);
    accepts_.onRead([this] { accepted(::accept(accepts_.fd(), nullptr, nullptr)); });
    loop_.add(&accepts_);
  }

private:
  void accepted(int fd) {
    std::string name = "conn#" + std::to_string(nextConnId_++);
    auto connection = std::make_shared<TcpConnection>(name, fd);
    connections_[name] = connection;
    connection->start(loop_, message_, [this](const std::shared_ptr<TcpConnection> &gone) { connections_.erase(gone->name()); });
  }
  Loop &loop_;
  TcpConnection::OnMessage message_;
  Channel accepts_;
  int nextConnId_ = 1; // near-miss: numbers the connections
  std::unordered_map<std::string, std::shared_ptr<TcpConnection>> connections_; // near-miss: keeps them alive
};

class Chat {
public:
  void said(const std::shared_ptr<TcpConnection> &from, const std::string &text) {
    here_[from->name()] = from;
    for (auto &[name, other] : here_)
      other->send(text);
  }

private:
  std::map<std::string, std::shared_ptr<TcpConnection>> here_; // finding: handler-state|session-in-process error "here_"
};

int main() {
  Loop loop;
  Chat chat;
  TcpServer server(loop, [&chat](const std::shared_ptr<TcpConnection> &from, const std::string &text) { chat.said(from, text); });
  loop.run();
}
