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

// The same by a base class; the first of them waits since start-up.
class AnyCall {
public:
  virtual ~AnyCall() = default;
  virtual void proceed() = 0;
};

template <class Answer> class CallOf : public AnyCall {
public:
  CallOf(Quotas &quotas, int fd) : quotas_(quotas), fd_(fd) {}
  void proceed() override {
    switch (step_) {
    case 0:
      step_ = 1;
      break;
    case 1:
      another()->proceed();
      answer_ = respond();
      step_ = 2;
      break;
    default:
      delete this;
    }
  }

protected:
  virtual AnyCall *another() = 0;
  virtual Answer respond() = 0;
  Quotas &quotas_;
  int fd_;
  int step_ = 0;     // near-miss: one call's
  Answer answer_ = {}; // near-miss: one call's
};

class Login : public CallOf<int> {
public:
  using CallOf::CallOf;

protected:
  AnyCall *another() override { return new Login(quotas_, fd_); }
  int respond() override { return quotas_.take("login"); }
};

int main(int argc, char **) {
  Quotas quotas;
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  listen(listener, 16);
  int poll = epoll_create1(0);
  new Call(quotas, listener);
  epoll_event events[8];
  if (argc > 1) {
    AnyCall *first = new Login(quotas, listener);
    first->proceed();
    for (;;) {
      int n = epoll_wait(poll, events, 8, -1);
      for (int i = 0; i < n; ++i)
        static_cast<AnyCall *>(events[i].data.ptr)->proceed();
    }
  }
  for (;;) {
    int n = epoll_wait(poll, events, 8, -1);
    for (int i = 0; i < n; ++i)
      static_cast<Call *>(events[i].data.ptr)->proceed();
  }
}
