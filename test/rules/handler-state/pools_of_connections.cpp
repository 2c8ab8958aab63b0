// Descriptors that a pool lends, buffers that are used again, how many are connected and when to end: none
// of it is the visitors'. What they have sent is.
#include <cstdlib>
#include <map>
#include <mutex>
#include <netinet/in.h>
#include <queue>
#include <string>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

class ConnectionPool {
public:
  explicit ConnectionPool(unsigned short port) : port_(port) {}
  int borrow() {
    std::lock_guard<std::mutex> hold(lock_);
    if (!pool_.empty()) {
      int fd = pool_.front();
      pool_.pop();
      return fd;
    }
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(port_);
    if (connect(fd, reinterpret_cast<sockaddr *>(&at), sizeof at) != 0) {
      close(fd);
      return -1;
    }
    ++opened_;
    return fd;
  }
  void giveBack(int fd) {
    std::lock_guard<std::mutex> hold(lock_);
    if (opened_ > 64) {
      --opened_;
      close(fd);
    } else {
      pool_.push(fd);
    }
  }

private:
  unsigned short port_;
  std::mutex lock_;
  std::queue<int> pool_; // near-miss: lent and given back
  int opened_ = 0;       // near-miss: how many the pool has
};

struct Buffer {
  char data[512];
};

class BufferPool {
public:
  Buffer *take() {
    std::lock_guard<std::mutex> hold(lock_);
    Buffer *one = nullptr;
    if (unused_.empty()) {
      one = new Buffer;
    } else {
      one = unused_.front();
      unused_.pop();
    }
    used_.push(one);
    return one;
  }
  void giveBack() {
    std::lock_guard<std::mutex> hold(lock_);
    if (used_.empty())
      return;
    unused_.push(used_.front());
    used_.pop();
  }

private:
  std::mutex lock_;
  std::queue<Buffer *> unused_; // near-miss: spare ones
  std::queue<Buffer *> used_;   // near-miss: those that are lent
};

static ConnectionPool behind(7001);
static BufferPool buffers;
static std::map<int, std::string> last; // finding: mutable-global|static-cache|handler-state "last"

static bool serve(int fd) {
  Buffer *buffer = buffers.take();
  ssize_t n = recv(fd, buffer->data, sizeof buffer->data, 0);
  if (n > 0) {
    last[n % 7] = std::string(buffer->data, size_t(n));
    int other = behind.borrow();
    std::string text = last[3] + "\n";
    send(other, text.data(), text.size(), MSG_NOSIGNAL);
    n = recv(other, buffer->data, sizeof buffer->data, 0);
    behind.giveBack(other);
    send(fd, buffer->data, n > 0 ? size_t(n) : 0, MSG_NOSIGNAL);
  }
  buffers.giveBack();
  return n > 0;
}

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(7650);
  bind(listener, reinterpret_cast<sockaddr *>(&at), sizeof at);
  listen(listener, 16);
  fd_set open;
  FD_ZERO(&open);
  FD_SET(listener, &open);
  int max_sd = listener;   // near-miss: the highest that is waited for
  int end_server = 0;      // near-miss: whether to go on
  int numConnections = 0;  // near-miss: how many are open
  while (!end_server) {
    fd_set ready = open;
    if (select(max_sd + 1, &ready, nullptr, nullptr, nullptr) < 0)
      break;
    for (int i = 0; i <= max_sd; ++i) {
      if (!FD_ISSET(i, &ready))
        continue;
      if (i == listener) {
        int fd = accept(listener, nullptr, nullptr);
        if (fd < 0) {
          end_server = 1;
        } else if (numConnections >= 100) {
          close(fd);
        } else {
          ++numConnections;
          FD_SET(fd, &open);
          if (fd > max_sd)
            max_sd = fd;
        }
      } else if (!serve(i)) {
        close(i);
        --numConnections;
        FD_CLR(i, &open);
        if (i == max_sd)
          while (!FD_ISSET(max_sd, &open))
            max_sd -= 1;
      }
    }
  }
}
