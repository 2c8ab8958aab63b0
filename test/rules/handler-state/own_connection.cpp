// A replica that reads from its primary: the program opened that connection
// itself, so what comes in is no request, and a loop that only waits for the
// rest of a message takes no jobs.
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

class Reader {
public:
  void attach(int fd) { fd_ = fd; }
  std::string next() {
    if (!fill(1))
      return "";
    std::string line = buffer_;
    buffer_.erase(0, line.size());
    return line;
  }

private:
  bool fill(size_t wanted) {
    while (buffer_.size() < wanted) {
      char piece[512];
      ssize_t n = ::recv(fd_, piece, sizeof piece, 0);
      if (n <= 0)
        return false;
      buffer_.append(piece, size_t(n));
    }
    return true;
  }

  int fd_ = -1;
  std::string buffer_; // near-miss: what is left of the primary's last message
};

struct Conversation {
  bool multi = false; // near-miss: of the one connection to the primary
  int subscribed = 0; // near-miss: likewise
};

class Store {
public:
  std::string execute(Conversation &with, const std::string &line) {
    if (line == "MULTI")
      with.multi = true;
    if (line == "SUBSCRIBE")
      return std::to_string(++with.subscribed);
    if (with.multi)
      return "QUEUED";
    return values_[line] = line;
  }

private:
  std::map<std::string, std::string> values_; // finding: handler-state error "values_"
};

class Replica {
public:
  explicit Replica(Store &store) : store_(store) {}
  void follow() {
    int primary = open();
    if (primary < 0)
      return;
    reader_.attach(primary);
    stream();
  }

private:
  int open() {
    int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    return ::connect(fd, reinterpret_cast<sockaddr *>(&to), sizeof to) == 0 ? fd : -1;
  }
  void stream() {
    Conversation primary;
    while (true) {
      std::string line = reader_.next();
      if (line.empty())
        break;
      store_.execute(primary, line);
    }
  }

  Store &store_;
  Reader reader_;
};

// Who answers clients and keeps what they said is another matter.
class Front {
public:
  Front(Store &store, int listener) : store_(store), listener_(listener) {}
  void run() {
    while (true) {
      int fd = ::accept(listener_, nullptr, nullptr);
      char piece[512];
      ssize_t n = ::recv(fd, piece, sizeof piece, 0);
      last_.assign(piece, size_t(n > 0 ? n : 0));
      Conversation own;
      std::string answer = store_.execute(own, last_);
      answer += previous_;
      previous_ = last_;
      ::send(fd, answer.data(), answer.size(), 0);
      ::close(fd);
    }
  }

private:
  Store &store_;
  int listener_;
  std::string last_;     // near-miss: overwritten before each use
  std::string previous_; // finding: handler-state error "previous_"
};

int main() {
  Store store;
  Replica replica(store);
  std::thread following([&replica] { replica.follow(); });
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 16);
  Front front(store, listener);
  front.run();
  following.join();
}
