// The address that a thread listens at is where it puts its visitors' addresses, too: nobody sees the last
// one's. How many they were everybody is told.
#include <arpa/inet.h>
#include <cstdio>
#include <cstring>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

static void serve(int client, int number) {
  char buffer[256];
  ssize_t n = recv(client, buffer, sizeof buffer, 0);
  std::string text = "you are number " + std::to_string(number) + "\n";
  if (n > 0)
    send(client, text.data(), text.size(), MSG_NOSIGNAL);
  close(client);
}

static void acceptLoop(unsigned short port) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address; // near-miss: filled anew by each accept()
  socklen_t length = sizeof address;
  std::memset(&address, 0, sizeof address);
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_ANY);
  address.sin_port = htons(port);
  if (bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
    return;
  listen(listener, 16);
  std::printf("listening at %d\n", ntohs(address.sin_port));
  int number = 0; // finding: handler-state "number"
  while (true) {
    int client = accept(listener, reinterpret_cast<sockaddr *>(&address), &length);
    if (client < 0)
      continue;
    std::printf("%s:%d has come\n", inet_ntoa(address.sin_addr), ntohs(address.sin_port));
    serve(client, ++number);
  }
}

int main() {
  std::thread loop(acceptLoop, 7670);
  loop.join();
}
