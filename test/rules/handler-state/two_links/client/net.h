// The client's side of a connection.
#pragma once
#include <string>
#include <vector>

class Link {
public:
  bool connect(const char *host, int port);
  bool receive(std::string &line);
  void send(const std::string &text);
  void close();
  std::string fetch(const std::string &name);
  size_t sent() const { return history_.size(); }

private:
  int fd_ = -1;                      // near-miss: the terminal's client
  bool open_ = false;                // near-miss
  std::vector<std::string> history_; // near-miss
};
