// A loop that takes datagrams from a socket bound here serves, whatever else the program connects to.
#include <arpa/inet.h>
#include <cstdlib>
#include <cstring>
#include <map>
#include <netdb.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

static std::map<std::string, long> seen; // finding: static-cache|mutable-global error "seen"

static int mirror() {
  addrinfo *found = nullptr;
  if (getaddrinfo(getenv("MIRROR"), "8125", nullptr, &found) != 0)
    return -1;
  int fd = socket(found->ai_family, SOCK_DGRAM, 0);
  if (connect(fd, found->ai_addr, found->ai_addrlen) != 0) {
    close(fd);
    fd = -1;
  }
  freeaddrinfo(found);
  return fd;
}

int main() {
  const int out = mirror();
  const int in = socket(AF_INET, SOCK_DGRAM, 0);
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_port = htons(8126);
  if (bind(in, reinterpret_cast<sockaddr *>(&here), sizeof here))
    return 1;
  char text[1500];
  sockaddr_in peer{};
  for (;;) {
    socklen_t length = sizeof peer;
    const ssize_t n = recvfrom(in, text, sizeof text - 1, 0, reinterpret_cast<sockaddr *>(&peer), &length);
    if (n <= 0)
      break;
    text[n] = 0;
    if (out >= 0)
      (void)!write(out, text, n);
    const std::string answer = std::to_string(++seen[text]);
    sendto(in, answer.data(), answer.size(), 0, reinterpret_cast<sockaddr *>(&peer), length);
  }
}
