// A thread that listens: the address that it bound is filled anew by accept(), and nobody reads that.
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

static void serve(int port) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address; // near-miss: read beforehand only
  int size = sizeof address;
  int total = 0; // finding: handler-state error "total"
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  listen(listener, 5);
  while (true) {
    int client;
    if ((client = accept(listener, reinterpret_cast<sockaddr *>(&address), reinterpret_cast<socklen_t *>(&size))) < 0)
      return;
    char text[64];
    total += recv(client, text, sizeof text, 0);
    std::string answer = std::to_string(total);
    send(client, answer.data(), answer.size(), 0);
    close(client);
  }
}

int main() {
  std::thread thread(serve, 7000);
  thread.join();
}
