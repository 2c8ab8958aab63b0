// Commands in a table of pointers to members, called through its subscript.
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

class Server {
public:
  Server() {
    commands_["TOPIC"] = &Server::topic;
    commands_["COUNT"] = &Server::count;
  }
  void run(int listener) {
    while (true) {
      int fd = ::accept(listener, nullptr, nullptr);
      char piece[256];
      ssize_t n = ::recv(fd, piece, sizeof piece, 0);
      std::string line(piece, size_t(n > 0 ? n : 0));
      std::string name = line.substr(0, 5);
      if (commands_.find(name) != commands_.end())
        (this->*commands_[name])(fd, line.substr(5));
      ::close(fd);
    }
  }

private:
  bool topic(int fd, std::string text) {
    std::string before = topic_;
    topic_ = text;
    return ::send(fd, before.data(), before.size(), 0) > 0;
  }
  bool count(int fd, std::string) {
    std::string said = std::to_string(++counted_);
    return ::send(fd, said.data(), said.size(), 0) > 0;
  }

  std::map<std::string, bool (Server::*)(int, std::string)> commands_; // near-miss: filled by the constructor
  std::string topic_; // finding: handler-state error "topic_"
  int counted_ = 0;   // finding: handler-state error "counted_"
};

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 16);
  Server server;
  server.run(listener);
}
