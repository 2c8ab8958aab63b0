// An I/O thread hands accepted sockets to workers that send the response: not deferred.
#include <condition_variable>
#include <mutex>
#include <netinet/in.h>
#include <queue>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

static std::mutex lock;
static std::condition_variable ready;
static std::queue<int> clients;

static void work() {
  for (;;) {
    std::unique_lock<std::mutex> hold(lock);
    ready.wait(hold, [] { return !clients.empty(); });
    int client = clients.front();
    clients.pop();
    hold.unlock();
    char buffer[512];
    ssize_t n = ::recv(client, buffer, sizeof buffer, 0);
    std::string reply = "got " + std::to_string(n);
    ::send(client, reply.data(), reply.size(), 0);
    ::close(client);
  }
}

int main() {
  std::vector<std::thread> workers;
  for (int i = 0; i < 4; ++i)
    workers.emplace_back(work);
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7006);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 64);
  for (;;) {
    int client = ::accept(listener, nullptr, nullptr);
    if (client < 0)
      continue;
    {
      std::lock_guard<std::mutex> hold(lock);
      clients.push(client);
    }
    ready.notify_one();
  }
}
