// What a connection remembers of itself dies with it.
#include <map>
#include <memory>
#include <netinet/in.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

class Peer {
public:
  explicit Peer(int fd) : fd_(fd) {}
  ~Peer() { ::close(fd_); }
  bool onReadable() {
    char buffer[128];
    ssize_t n = ::recv(fd_, buffer, sizeof buffer, 0);
    if (n <= 0)
      return false;
    pending_.append(buffer, static_cast<size_t>(n));
    if (user_.empty())
      user_ = pending_;
    authenticated_ = user_ == "root";
    ++messages_;
    std::string reply = (authenticated_ ? "#" : "$") + std::to_string(messages_);
    ::send(fd_, reply.data(), reply.size(), 0);
    pending_.clear();
    return true;
  }

private:
  int fd_;
  std::string user_;
  std::string pending_;
  bool authenticated_ = false;
  int messages_ = 0;
};

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7005);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 64);
  int poller = ::epoll_create1(0);
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = listener;
  ::epoll_ctl(poller, EPOLL_CTL_ADD, listener, &event);
  std::map<int, std::unique_ptr<Peer>> peers;
  epoll_event events[16];
  for (;;) {
    int n = ::epoll_wait(poller, events, 16, -1);
    for (int i = 0; i < n; ++i) {
      int fd = events[i].data.fd;
      if (fd == listener) {
        int client = ::accept(listener, nullptr, nullptr);
        event.data.fd = client;
        ::epoll_ctl(poller, EPOLL_CTL_ADD, client, &event);
        peers.emplace(client, std::make_unique<Peer>(client));
      } else if (!peers.at(fd)->onReadable()) {
        peers.erase(fd);
      }
    }
  }
}
