// A loop that serves and sweeps: when it last did is its own affair, when somebody last asked is not.
#include <arpa/inet.h>
#include <chrono>
#include <cstdio>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

using Clock = std::chrono::steady_clock;

static void sweep() { std::puts("swept"); }

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7000);
  bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  listen(listener, 16);
  auto swept = Clock::now();
  auto asked = Clock::now(); // finding: handler-state error "asked"
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    auto now = Clock::now();
    if (now - swept > std::chrono::minutes(5)) {
      sweep();
      swept = now;
    }
    std::string text = std::to_string((now - asked).count()) + " since the last visitor\n";
    asked = now;
    write(client, text.data(), text.size());
    close(client);
  }
}
