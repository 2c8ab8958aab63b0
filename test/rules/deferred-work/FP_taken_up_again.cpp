// Threads that look something up hand what is left to do back to the loop, which tells the client.
// reason: that the loop in main works off what its own threads hand back is not seen
#include <arpa/inet.h>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

static std::deque<std::function<void()>> finished; // near-miss: the loop goes on with the client
static std::mutex lock;

static void lookUp(int client, std::string name) {
  addrinfo *found = nullptr;
  bool known = getaddrinfo(name.c_str(), "80", nullptr, &found) == 0;
  std::lock_guard<std::mutex> hold(lock);
  finished.push_back([client, known] {
    std::string text = known ? "yes\n" : "no\n";
    send(client, text.data(), text.size(), 0);
    close(client);
  });
}

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7070);
  bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  listen(listener, 64);
  while (true) {
    pollfd ready{listener, POLLIN, 0};
    poll(&ready, 1, 100);
    if (ready.revents & POLLIN) {
      int client = accept(listener, nullptr, nullptr);
      char name[256];
      ssize_t n = recv(client, name, sizeof name, 0);
      std::thread(lookUp, client, std::string(name, n > 0 ? n : 0)).detach();
    }
    std::lock_guard<std::mutex> hold(lock);
    while (!finished.empty()) {
      auto next = std::move(finished.front());
      finished.pop_front();
      next();
    }
  }
}
