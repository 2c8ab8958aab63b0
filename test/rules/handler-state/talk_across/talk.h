// A table of connections two files away, behind accessors.
#pragma once
#include <map>
#include <memory>
#include <string>

class Client {
public:
  explicit Client(int fd) : fd_(fd) {}
  std::string takeLine();
  void call(const std::string &name) { name_ = name; }
  const std::string &name() const { return name_; }
  void send(const std::string &text);

private:
  int fd_;
  std::string name_;
};

class Members {
public:
  std::map<int, std::shared_ptr<Client>> &all() { return all_; }
  Client *named(const std::string &name);

private:
  std::map<int, std::shared_ptr<Client>> all_; // finding: handler-state|session-in-process error "all_"
};

class Waiting {
public:
  std::map<int, std::shared_ptr<Client>> &all() { return all_; }

private:
  std::map<int, std::shared_ptr<Client>> all_; // near-miss: each finds only itself
};
