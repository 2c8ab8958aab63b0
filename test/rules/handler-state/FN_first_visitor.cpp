// Who comes first is told so.
// reason: a count of connections that is only compared is taken for their limit
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static int listenAt(unsigned short port) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(port);
  bind(listener, reinterpret_cast<sockaddr *>(&at), sizeof at);
  listen(listener, 16);
  return listener;
}

int main() {
  int listener = listenAt(7000);
  int connections = 0; // finding: handler-state
  int peers = 0; // near-miss
  while (true) {
    int fd = accept(listener, nullptr, nullptr);
    if (++connections == 1)
      send(fd, "you are the host", 16, 0);
    char c;
    if (recv(fd, &c, 1, 0) <= 0) { --connections; }
    close(fd);
  }
}
