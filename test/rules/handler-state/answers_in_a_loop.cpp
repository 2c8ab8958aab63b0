// Loops that go on while a flag is set: one answers each datagram, one only collects the rest of a message.
#include <csignal>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

static volatile sig_atomic_t running = 1;

static std::string wholeMessage(int server) {
  std::string message; // near-miss: collected, and gone
  while (message.size() < 16) {
    char part[16];
    ssize_t got = recv(server, part, sizeof part, 0);
    if (got <= 0)
      break;
    message.append(part, std::size_t(got));
  }
  return message;
}

int main() {
  int udp = socket(AF_INET, SOCK_DGRAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7000);
  bind(udp, reinterpret_cast<sockaddr *>(&address), sizeof address);
  std::string greeting = wholeMessage(udp);
  int answered = 0; // finding: handler-state error
  std::string last; // finding: handler-state error
  while (running) {
    char line[64];
    sockaddr_in from;
    socklen_t size = sizeof from;
    ssize_t got = recvfrom(udp, line, sizeof line, 0, reinterpret_cast<sockaddr *>(&from), &size);
    std::string answer = greeting + std::to_string(++answered) + last;
    last = std::string(line, got > 0 ? std::size_t(got) : 0);
    sendto(udp, answer.data(), answer.size(), 0, reinterpret_cast<sockaddr *>(&from), size);
  }
}
