// A table of connections by descriptor is the process' own matter, until others
// are found in it by what they are called.
#include <cstring>
#include <map>
#include <memory>
#include <netinet/in.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

class Client {
public:
  explicit Client(int fd) : fd_(fd) {}
  std::string takeLine() {
    char piece[256];
    ssize_t n = ::recv(fd_, piece, sizeof piece, 0);
    return std::string(piece, size_t(n > 0 ? n : 0));
  }
  void call(const std::string &name) { name_ = name; }
  const std::string &name() const { return name_; }
  void send(const std::string &text) { ::send(fd_, text.data(), text.size(), 0); }

private:
  int fd_;
  std::string name_;
};

class Echo {
public:
  void run(int listener) {
    while (true) {
      int fd = ::accept(listener, nullptr, nullptr);
      open_.emplace(fd, Client(fd));
      auto it = open_.find(fd);
      std::string line = it->second.takeLine();
      it->second.call(line);
      it->second.send(it->second.name() == "quit" ? "bye" : line);
      open_.erase(it);
      ::close(fd);
    }
  }

private:
  std::map<int, Client> open_; // near-miss: each is looked at for itself
};

class Talk {
public:
  void run(int listener) {
    while (true) {
      int fd = ::accept(listener, nullptr, nullptr);
      members_[fd] = std::make_shared<Client>(fd);
      std::string line = members_[fd]->takeLine();
      size_t blank = line.find(' ');
      members_[fd]->call(line.substr(0, blank));
      for (auto &entry : members_)
        if (entry.second->name() == line.substr(blank + 1))
          entry.second->send("you are wanted");
      if (line.empty())
        members_.erase(fd);
    }
  }

private:
  std::map<int, std::shared_ptr<Client>> members_; // finding: handler-state|session-in-process error "members_"
};

static std::string lower(const std::string &text) {
  std::string out;
  for (char c : text)
    out += char(c | 0x20);
  return out;
}

class Whispers {
public:
  void run(int listener) {
    while (true) {
      int fd = ::accept(listener, nullptr, nullptr);
      visitors_[fd] = new Client(fd);
      std::string line = visitors_[fd]->takeLine();
      visitors_[fd]->call(line.substr(0, 8));
      if (Client *wanted = named(line.substr(8)))
        wanted->send("you are wanted");
      if (line.empty())
        visitors_.erase(fd);
    }
  }

private:
  Client *named(const std::string &name) const {
    for (auto it = visitors_.begin(); it != visitors_.end(); ++it)
      if (lower(name) == lower(it->second->name()))
        return it->second;
    return nullptr;
  }
  std::map<int, Client *> visitors_; // finding: handler-state|session-in-process error "visitors_"
};

int main(int argc, char **) {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 16);
  if (argc > 2) {
    Whispers whispers;
    whispers.run(listener);
  }
  if (argc > 1) {
    Echo echo;
    echo.run(listener);
  }
  Talk talk;
  talk.run(listener);
}
