// What a loop of one's own waits for, and where it puts the last caller's address: filled anew, and looked at by nobody.
#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

class Desk {
public:
  explicit Desk(unsigned short port) : listener_(socket(AF_INET, SOCK_STREAM, 0)) {
    address_.sin_family = AF_INET;
    address_.sin_addr.s_addr = INADDR_ANY;
    address_.sin_port = htons(port);
    bind(listener_, reinterpret_cast<sockaddr *>(&address_), sizeof address_);
    listen(listener_, 16);
    polls_.push_back({listener_, POLLIN, 0});
  }

  ~Desk() { kill(last_, SIGTERM); }

  void run() {
    fd_set readable;
    while (poll(polls_.data(), polls_.size(), 1000) >= 0) {
      FD_ZERO(&readable);
      FD_SET(listener_, &readable);
      timeval none{};
      if (select(listener_ + 1, &readable, nullptr, nullptr, &none) <= 0)
        continue;
      socklen_t length = sizeof address_;
      int client = accept(listener_, reinterpret_cast<sockaddr *>(&address_), &length);
      std::string text = "after " + std::string(inet_ntoa(previous_.sin_addr));
      write(client, text.data(), text.size());
      getpeername(client, reinterpret_cast<sockaddr *>(&previous_), &length);
      recv(client, &last_, sizeof last_, 0);
      close(client);
    }
  }

private:
  int listener_;
  sockaddr_in address_{};
  sockaddr_in previous_{}; // finding: handler-state error "previous_"
  pid_t last_ = 0;         // finding: handler-state error "last_"
  std::vector<pollfd> polls_;
};

} // namespace

int main() {
  Desk desk(7000);
  desk.run();
}
