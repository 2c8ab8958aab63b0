#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

class Quotas {
public:
  int take(const std::string &name) { return --left_[name]; }

private:
  std::map<std::string, int> left_; // finding: handler-state error "left_"
};

// Each lives for one call and ends by itself.
class Call {
public:
  Call(Quotas &quotas, int fd) : quotas_(quotas), fd_(fd) {}
  void proceed() {
    char text[80];
    long n = read(fd_, text, sizeof text);
    step_ += 1;
    if (n <= 0 || quotas_.take(std::string(text, n)) < 0)
      delete this;
  }

private:
  Quotas &quotas_;
  int fd_;
  int step_ = 0;
};

int main() {
  Quotas quotas;
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  listen(listener, 16);
  int poll = epoll_create1(0);
  new Call(quotas, listener);
  epoll_event events[8];
  for (;;) {
    int n = epoll_wait(poll, events, 8, -1);
    for (int i = 0; i < n; ++i)
      static_cast<Call *>(events[i].data.ptr)->proceed();
  }
}
