// A raw accept loop that writes what it receives into a file.
#include <cstdio>
#include <fcntl.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

static void receive(int client, int number) {
  std::string path = "/srv/incoming/" + std::to_string(number);
  std::FILE *out = std::fopen(path.c_str(), "wb"); // finding: upload-to-disk error
  char buffer[4096];
  for (ssize_t n; (n = ::recv(client, buffer, sizeof buffer, 0)) > 0;)
    std::fwrite(buffer, 1, static_cast<size_t>(n), out);
  std::fclose(out);
}

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7010);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 8);
  for (;;) {
    int client = ::accept(listener, nullptr, nullptr);
    receive(client, client);
    ::close(client);
  }
}
