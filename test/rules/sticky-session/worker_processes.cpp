// Connections handed to the worker process that the client's address chooses.
#include <arpa/inet.h>
#include <functional>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

struct Child {
  int channel = -1;
  int load = 0;
};

int main() {
  std::vector<Child> children(4);
  for (Child &child : children) {
    int ends[2];
    ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    child.channel = ends[0];
  }
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_port = htons(7022);
  ::bind(listener, reinterpret_cast<sockaddr *>(&here), sizeof here);
  ::listen(listener, 16);
  for (;;) {
    sockaddr_in peer{};
    socklen_t size = sizeof peer;
    int client = ::accept(listener, reinterpret_cast<sockaddr *>(&peer), &size);
    std::string address = ::inet_ntoa(peer.sin_addr);
    const Child &child = children[std::hash<std::string>{}(address) % children.size()]; // finding: sticky-session error
    msghdr message{};
    ::sendmsg(child.channel, &message, 0);
    ::close(client);
  }
}
