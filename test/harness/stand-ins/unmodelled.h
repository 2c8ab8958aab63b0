// Stand-in, see README.md: sockets of a library that has no model, by no
// library's names.
#pragma once
#include <string>

namespace unmodelled {
class Socket {
public:
  virtual ~Socket();
  std::string receive();
  void send(const std::string &text);
  void timeout(int seconds);
  virtual Socket *accept(int *error);
};
class TcpSocket : public Socket {
public:
  explicit TcpSocket(int port);
  Socket *accept(int *error) override;
};
class Visitor {
public:
  void visit(int part);
};
class Part {
public:
  void accept(Visitor &visitor);
};
class Filter {
public:
  bool accept(const std::string &name) const;
};
} // namespace unmodelled
