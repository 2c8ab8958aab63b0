// Loops that are known to take requests only once the program is seen to listen: what they declare is the request's.
#include <array>
#include <netinet/in.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

class Listener {
  int socket_ = -1, queue_ = -1;

  void admit() {
    while (int peer = ::accept(socket_, nullptr, nullptr)) {
      if (peer < 0)
        return;
      epoll_event event{};
      event.data.fd = peer;
      ::epoll_ctl(queue_, EPOLL_CTL_ADD, peer, &event);
    }
  }

public:
  Listener() {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    ::listen(socket_, 10);
    queue_ = ::epoll_create1(0);
  }
  int run() {
    std::array<epoll_event, 64> ready{};
    std::vector<char> buffer(4096);
    std::string tail; // finding: handler-state error "tail"
    int result = 0;
    while (true) {
      int count = ::epoll_wait(queue_, ready.data(), static_cast<int>(ready.size()), 1000);
      if (count < 0) {
        result = 1;
        break;
      }
      for (int i = 0; i < count; ++i) {
        if (ready[i].data.fd == socket_) {
          admit();
          continue;
        }
        int sum = 0;
        ssize_t size = ::recv(ready[i].data.fd, buffer.data(), buffer.size(), 0);
        for (ssize_t k = 0; k < size; ++k)
          sum += buffer[k];
        tail += std::to_string(sum);
        ::send(ready[i].data.fd, tail.data(), tail.size(), 0);
      }
    }
    return result;
  }
};

int main() {
  Listener listener;
  return listener.run();
}
