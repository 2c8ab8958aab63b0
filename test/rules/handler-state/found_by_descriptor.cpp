// Handlers that a reactor finds by their descriptors, be they kept by reference: what they lead to is found with them.
// What lies in a connection goes with it.
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

class Endpoint {
public:
  explicit Endpoint(int fd) : fd_(fd) {}
  virtual ~Endpoint() {}
  virtual void handle(unsigned events) = 0;
  int fd() const { return fd_; }

private:
  int fd_;
};

class Listener : public Endpoint {
public:
  Listener(int fd, std::function<void(Listener &, unsigned)> ready) : Endpoint(fd), ready_(ready) {}
  void handle(unsigned events) override { ready_(*this, events); }

private:
  std::function<void(Listener &, unsigned)> ready_;
};

class Connection : public Endpoint {
public:
  Connection(int fd, std::function<void(Connection &, unsigned)> ready) : Endpoint(fd), ready_(ready) {}
  void handle(unsigned events) override { ready_(*this, events); }

private:
  std::function<void(Connection &, unsigned)> ready_;
};

class Reactor {
public:
  void listen(std::function<void(Connection &)> data) {
    int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    ::listen(fd, 8);
    Listener listener(fd, std::bind(&Reactor::connected, this, data, std::placeholders::_1, std::placeholders::_2));
    auto added = listeners_.emplace(std::make_pair(fd, std::move(listener)));
    endpoints_.emplace(std::pair<int, Endpoint &>(fd, added.first->second));
  }
  void run() {
    epoll_event events[16];
    for (int n; (n = epoll_wait(poll_, events, 16, -1)) >= 0;)
      for (int i = 0; i < n; i++) {
        auto found = endpoints_.find(events[i].data.fd);
        found->second.handle(events[i].events);
      }
  }

private:
  void connected(std::function<void(Connection &)> data, Listener &listener, unsigned) {
    int fd = accept(listener.fd(), nullptr, nullptr);
    Connection made(fd, [data](Connection &connection, unsigned) { data(connection); });
    auto added = connections_.emplace(std::make_pair(fd, std::move(made)));
    endpoints_.emplace(std::pair<int, Endpoint &>(fd, added.first->second));
  }
  std::map<int, Endpoint &> endpoints_;
  std::map<int, Listener> listeners_;
  std::map<int, Connection> connections_;
  int poll_ = epoll_create1(0);
};

class Chat {
public:
  void run() {
    reactor_.listen(std::bind(&Chat::say, this, std::placeholders::_1));
    reactor_.run();
  }

private:
  void say(Connection &connection) {
    char text[100];
    auto n = read(connection.fd(), text, sizeof text);
    if (n > 0)
      messages_.push_back(std::string(text, n));
    for (const std::string &m : messages_)
      (void)write(connection.fd(), m.data(), m.size());
  }
  std::deque<std::string> messages_; // finding: handler-state error "Chat::messages_"
  Reactor reactor_;
};

int main() { Chat().run(); }
