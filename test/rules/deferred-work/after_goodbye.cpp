// The client has its answer and is gone; the thread is only given the number of its descriptor.
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
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

static void archive(const std::string &text, int number) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  connect(fd, reinterpret_cast<sockaddr *>(&at), sizeof at);
  std::string t = std::to_string(number) + text;
  send(fd, t.data(), t.size(), 0);
  close(fd);
}
int main() {
  int listener = listenAt(7000);
  int client;
  while ((client = accept(listener, nullptr, nullptr)) >= 0) {
    char b[100];
    ssize_t n = recv(client, b, sizeof b, 0);
    std::string text(b, size_t(n));
    send(client, "ok", 2, 0);
    close(client);
    std::thread t(archive, text, client); // finding: deferred-work
    t.detach();
  }
}
