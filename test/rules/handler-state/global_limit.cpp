// A limit of all requests together decides who is let in: no metric, though nobody is told the number.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

class Limit {
public:
  bool allow() {
    const auto now = std::chrono::steady_clock::now();
    double tokens = std::min(100.0, tokens_.load() + std::chrono::duration<double>(now - last_.load()).count() * 10);
    bool allowed = true;
    if (tokens <= 0)
      allowed = false;
    tokens_ = tokens - 1;
    last_.store(now);
    return allowed;
  }

private:
  std::atomic<double> tokens_{100};                                // finding: handler-state error "tokens_"
  std::atomic<std::chrono::steady_clock::time_point> last_;        // finding: handler-state error "last_"
};

int main() {
  Limit limit;
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_port = htons(7400);
  bind(listener, reinterpret_cast<sockaddr *>(&here), sizeof here);
  listen(listener, 16);
  for (;;) {
    const int client = accept(listener, nullptr, nullptr);
    if (client < 0)
      continue;
    if (limit.allow())
      send(client, "hello\n", 6, 0);
    close(client);
  }
}
