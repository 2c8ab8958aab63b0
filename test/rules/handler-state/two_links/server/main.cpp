// A server and its client, each with a Link of its own in a file of the same name.
#include "net.h"

#include <cstdlib>
#include <netinet/in.h>
#include <sys/socket.h>

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7200);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 16);
  Link door(listener);
  Board board;
  for (;;) {
    Link link(door.accept());
    std::string line;
    while (link.receive(line))
      if (line.compare(0, 6, "fetch ") == 0)
        link.back(std::atoi(line.c_str() + 6), board.answer("list"));
      else
        link.send(board.answer(line));
    link.close();
  }
}
