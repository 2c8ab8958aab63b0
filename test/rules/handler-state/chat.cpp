// A chat: its rooms and members are observed by other visitors, so they are not a
// connection's own affair.
#include <map>
#include <mutex>
#include <netinet/in.h>
#include <set>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

class Hub {
public:
  void join(const std::string &room, int client) {
    std::lock_guard<std::mutex> hold(lock_);
    rooms_[room].insert(client);
  }
  void leave(const std::string &room, int client) {
    std::lock_guard<std::mutex> hold(lock_);
    rooms_[room].erase(client);
  }
  void say(const std::string &room, const std::string &text) {
    std::lock_guard<std::mutex> hold(lock_);
    topic_ = text;
    for (int client : rooms_[room])
      ::send(client, text.data(), text.size(), 0);
  }
  std::string topic() const { return topic_; }

private:
  mutable std::mutex lock_;
  // finding-next: handler-state|session-in-process error "rooms_"
  std::map<std::string, std::set<int>> rooms_;
  std::string topic_; // finding: handler-state error "topic_"
};

static void talk(Hub &hub, int client) {
  std::string room = "lobby";
  hub.join(room, client);
  std::string welcome = hub.topic();
  ::send(client, welcome.data(), welcome.size(), 0);
  char buffer[256];
  for (ssize_t n; (n = ::recv(client, buffer, sizeof buffer, 0)) > 0;)
    hub.say(room, std::string(buffer, static_cast<size_t>(n)));
  hub.leave(room, client);
  ::close(client);
}

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7002);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 64);
  Hub hub;
  for (;;) {
    int client = ::accept(listener, nullptr, nullptr);
    if (client < 0)
      continue;
    std::thread(talk, std::ref(hub), client).detach(); // NOLINT(factor6-deferred-work)
  }
}
