// Tables that a program keeps of its connections, filled with pairs, and a
// set from which entries are only taken out again; a client's loop is no job loop.
#include <algorithm>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <netinet/in.h>
#include <poll.h>
#include <set>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

struct Peer {
  std::string input;
};

class Line {
public:
  explicit Line(int fd) : fd_(fd) {}
  int fd() const { return fd_; }

private:
  int fd_;
};

// One place per descriptor, as many as the highest needs.
class Slots {
public:
  void run(int listener) {
    std::vector<Peer *> places; // near-miss: each place is one connection's
    for (;;) {
      std::vector<pollfd> waiting{{listener, POLLIN, 0}};
      for (size_t fd = 0; fd < places.size(); ++fd)
        if (places[fd])
          waiting.push_back({int(fd), POLLIN, 0});
      ::poll(waiting.data(), waiting.size(), -1);
      if (waiting[0].revents) {
        int fd = ::accept(listener, nullptr, nullptr);
        if (places.size() <= size_t(fd))
          places.resize(size_t(fd) + 1);
        places[fd] = new Peer;
      }
      for (size_t i = 1; i < waiting.size(); ++i) {
        char piece[80];
        Peer *peer = places[waiting[i].fd];
        ssize_t n = ::read(waiting[i].fd, piece, sizeof piece);
        if (n > 0) {
          peer->input.append(piece, size_t(n));
          continue;
        }
        delete peer;
        places[waiting[i].fd] = nullptr;
        ::close(waiting[i].fd);
      }
    }
  }
};

class Server {
public:
  void run(int listener) {
    for (;;) {
      std::vector<pollfd> waiting{{listener, POLLIN, 0}};
      for (auto &entry : peers_)
        waiting.push_back({entry.first, POLLIN, 0});
      ::poll(waiting.data(), waiting.size(), -1);
      if (waiting[0].revents) {
        int fd = ::accept(listener, nullptr, nullptr);
        if (fd >= highest_)
          highest_ = fd + 1;
        if (turn_ < 0)
          turn_ = fd;
        peers_.insert(std::make_pair(fd, Peer()));
        lines_.insert(std::make_unique<Line>(fd));
      }
      for (size_t n = 1; n < waiting.size(); ++n)
        if (waiting[n].revents)
          serve(waiting[n].fd);
      for (const auto &gone : gone_)
        peers_.erase(gone.first);
      gone_.clear();
    }
  }

private:
  void serve(int fd) {
    char buffer[64];
    ssize_t n = ::recv(fd, buffer, sizeof buffer, 0);
    if (n <= 0) {
      gone_.insert(std::make_pair(fd, 1));
      drop(fd);
      return;
    }
    Peer &peer = peers_.at(fd);
    if (fd != turn_ || fd > highest_)
      return;
    peer.input.append(buffer, size_t(n));
    names_.insert(std::make_pair(peer.input, fd));
    auto other = names_.find(peer.input);
    if (other != names_.end())
      ::send(other->second, buffer, size_t(n), 0);
  }
  void drop(int fd) {
    auto it = std::find_if(lines_.begin(), lines_.end(),
                           [fd](const std::unique_ptr<Line> &line) { return line->fd() == fd; });
    if (it != lines_.end())
      lines_.erase(it);
  }
  int turn_ = -1;   // finding: handler-state error "turn_"
  int highest_ = 0; // near-miss: the highest descriptor
  std::map<int, Peer> peers_;               // near-miss: each connection's own
  std::map<int, int> gone_;                 // near-miss: emptied in each turn
  std::set<std::unique_ptr<Line>> lines_;   // near-miss: taken out when it goes
  std::map<std::string, int> names_;        // finding: handler-state error "names_"
};

static std::string ask(const char *question) {
  std::string answer;
  int status = 0; // near-miss: this program is the client here
  int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 &&
      ::send(fd, question, std::strlen(question), 0) > 0) {
    char buffer[64];
    for (ssize_t n; (n = ::recv(fd, buffer, sizeof buffer, 0)) > 0; status = int(n))
      answer.append(buffer, size_t(n));
  }
  ::close(fd);
  return status ? answer : std::string();
}

int main(int argc, char **) {
  std::string greeting = ask("hello");
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7021);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 16);
  if (argc > 1)
    Slots().run(listener);
  Server server;
  server.run(listener);
}
