// A poll() server that counts what it waits for, and how often somebody came.
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

class Echo {
public:
  explicit Echo(int listener) : listener_(listener) {
    places_[0] = {listener_, POLLIN, 0};
    nfds_ = 1;
  }
  void run() {
    while (true)
      turn();
  }

private:
  void turn() {
    if (::poll(places_, nfds_, 1000) <= 0 || nfds_ >= Most)
      return;
    if (places_[0].revents & POLLIN) {
      int client = ::accept(listener_, nullptr, nullptr);
      for (int i = 1; i < Most; ++i)
        if (places_[i].fd <= 0) {
          places_[i] = {client, POLLIN, 0};
          nfds_++;
          break;
        }
      came_++;
    }
    for (int i = 1; i < Most; ++i)
      if (places_[i].revents & POLLIN)
        answer(places_[i].fd);
  }
  void answer(int client) {
    char line[64];
    if (::recv(client, line, sizeof line, 0) <= 0)
      return;
    std::string text = "visitor " + std::to_string(came_) + "\n";
    ::send(client, text.data(), text.size(), 0);
  }
  static constexpr int Most = 32;
  int listener_;
  pollfd places_[Most]{};
  unsigned long nfds_ = 0; // near-miss: so many descriptors poll() waits for
  long came_ = 0;          // finding: handler-state error "came_"
};

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(7661);
  ::bind(listener, reinterpret_cast<sockaddr *>(&at), sizeof at);
  ::listen(listener, 16);
  Echo(listener).run();
}
