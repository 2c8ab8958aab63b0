#include "talk.h"

#include <sys/socket.h>

std::string Client::takeLine() {
  char piece[256];
  ssize_t n = ::recv(fd_, piece, sizeof piece, 0);
  return std::string(piece, size_t(n > 0 ? n : 0));
}

void Client::send(const std::string &text) { ::send(fd_, text.data(), text.size(), 0); }

Client *Members::named(const std::string &name) {
  for (auto &entry : all_)
    if (entry.second->name() == name)
      return entry.second.get();
  return nullptr;
}
