#include "talk.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 16);
  Members members;
  Waiting waiting;
  while (true) {
    int fd = ::accept(listener, nullptr, nullptr);
    waiting.all()[fd] = std::make_shared<Client>(fd);
    std::string line = waiting.all()[fd]->takeLine();
    waiting.all().erase(fd);
    members.all()[fd] = std::make_shared<Client>(fd);
    members.all()[fd]->call(line);
    if (Client *other = members.named(line.substr(1)))
      other->send("you are wanted");
    if (line.empty())
      members.all().erase(fd);
  }
}
