// A hand-written poll server: what belongs to one connection dies with it; the list of
// members that every message is sent to does not follow from the connection alone.
#include <map>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <unordered_map>
#include <vector>

struct Connection {
  int fd = -1;
  std::string in;
  std::string out;
  int requests = 0;
};

class Server {
public:
  explicit Server(int listener) : listener_(listener) {}

  void run() {
    for (;;) {
      polls_.clear();
      polls_.push_back({listener_, POLLIN, 0});
      for (auto &[fd, connection] : connections_)
        polls_.push_back({fd, static_cast<short>(connection.out.empty() ? POLLIN : POLLIN | POLLOUT), 0});
      if (::poll(polls_.data(), polls_.size(), 1000) < 0)
        return;
      for (auto &p : polls_) {
        if (!p.revents)
          continue;
        if (p.fd == listener_)
          accept();
        else
          serve(p.fd);
      }
    }
  }

private:
  void accept() {
    int fd = ::accept(listener_, nullptr, nullptr);
    if (fd >= 0)
      connections_[fd] = Connection{fd, "", "", 0};
  }
  void serve(int fd) {
    auto found = connections_.find(fd);
    if (found == connections_.end())
      return;
    Connection &connection = found->second;
    char buffer[512];
    ssize_t n = ::recv(fd, buffer, sizeof buffer, 0);
    if (n <= 0) {
      ::close(fd);
      connections_.erase(found);
      return;
    }
    connection.in.append(buffer, static_cast<size_t>(n));
    connection.requests++;
    connection.out = "you said " + connection.in;
    ssize_t sent = ::send(fd, connection.out.data(), connection.out.size(), 0);
    if (sent > 0)
      connection.out.erase(0, static_cast<size_t>(sent));
    connection.in.clear();
  }

  int listener_;
  std::unordered_map<int, Connection> connections_;
  std::vector<pollfd> polls_;
};

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7001);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 64);
  Server server(listener);
  server.run();
  ::close(listener);
}
