// The server's side of a connection.
#pragma once
#include <string>
#include <vector>

class Link {
public:
  explicit Link(int fd) : fd_(fd) {}
  bool receive(std::string &line);
  void send(const std::string &text);
  void close();
  int accept();
  bool back(int port, const std::string &text);

private:
  int fd_;
  std::string rest_; // near-miss: the connection's
};

class Board {
public:
  std::string answer(const std::string &line);

private:
  std::vector<std::string> notes_; // finding: handler-state error "notes_"
};
