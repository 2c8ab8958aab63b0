#include "net.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

bool Link::receive(std::string &line) {
  char piece[256];
  for (;;) {
    size_t end = rest_.find('\n');
    if (end != std::string::npos) {
      line = rest_.substr(0, end);
      rest_.erase(0, end + 1);
      return true;
    }
    ssize_t n = ::recv(fd_, piece, sizeof piece, 0);
    if (n <= 0)
      return false;
    rest_.append(piece, size_t(n));
  }
}

void Link::send(const std::string &text) { ::send(fd_, text.data(), text.size(), MSG_NOSIGNAL); }

void Link::close() { ::close(fd_); }

int Link::accept() { return ::accept(fd_, nullptr, nullptr); }

bool Link::back(int port, const std::string &text) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  ::getpeername(fd_, reinterpret_cast<sockaddr *>(&address), &size);
  address.sin_port = htons(uint16_t(port));
  int data = ::socket(AF_INET, SOCK_STREAM, 0);
  bool open = ::connect(data, reinterpret_cast<sockaddr *>(&address), size) == 0;
  if (open)
    ::send(data, text.data(), text.size(), MSG_NOSIGNAL);
  ::close(data);
  return open;
}

std::string Board::answer(const std::string &line) {
  if (line != "list") {
    notes_.push_back(line);
    return "noted\n";
  }
  std::string all;
  for (const std::string &note : notes_)
    all += note + "\n";
  return all;
}
