#include "net.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static long received = 0; // near-miss: one run of a client

bool Link::connect(const char *host, int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(uint16_t(port));
  ::inet_pton(AF_INET, host, &address.sin_addr);
  fd_ = ::socket(AF_INET, SOCK_STREAM, 0);
  open_ = ::connect(fd_, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
  return open_;
}

bool Link::receive(std::string &line) {
  char piece[256];
  ssize_t n = ::recv(fd_, piece, sizeof piece, 0);
  if (n <= 0)
    return open_ = false;
  received += n;
  line.assign(piece, size_t(n));
  return true;
}

void Link::send(const std::string &text) {
  history_.push_back(text);
  if (open_)
    ::send(fd_, text.data(), text.size(), MSG_NOSIGNAL);
}

// The server connects back to send it.
std::string Link::fetch(const std::string &name) {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  socklen_t size = sizeof address;
  ::listen(listener, 1);
  ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
  send("fetch " + std::to_string(ntohs(address.sin_port)) + " " + name + "\n");
  int data = ::accept(listener, nullptr, nullptr);
  char text[1024];
  ssize_t n = ::recv(data, text, sizeof text, 0);
  ::close(data);
  ::close(listener);
  return std::string(text, size_t(n > 0 ? n : 0));
}

void Link::close() {
  open_ = false;
  ::close(fd_);
}
