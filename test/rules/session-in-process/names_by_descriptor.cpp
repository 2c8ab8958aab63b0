// A chat around select(): who is called what is known by descriptor, and `/msg` goes round to find
// a name. What has been received of a line is known by descriptor, too, but only to that connection.
#include <cstdlib>
#include <netinet/in.h>
#include <string>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>
#include <unordered_map>

class Parlour {
public:
  explicit Parlour(unsigned short port) : listener_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(port);
    bind(listener_, reinterpret_cast<sockaddr *>(&at), sizeof at);
    listen(listener_, 16);
  }

  void run() {
    fd_set open;
    FD_ZERO(&open);
    FD_SET(listener_, &open);
    while (true) {
      fd_set ready = open;
      if (select(FD_SETSIZE, &ready, nullptr, nullptr, nullptr) < 0)
        return;
      for (int fd = 0; fd < FD_SETSIZE; ++fd) {
        if (!FD_ISSET(fd, &ready))
          continue;
        if (fd == listener_)
          FD_SET(accept(listener_, nullptr, nullptr), &open);
        else if (!serve(fd))
          FD_CLR(fd, &open);
      }
    }
  }

private:
  bool serve(int fd) {
    char buffer[512];
    ssize_t n = recv(fd, buffer, sizeof buffer, 0);
    if (n <= 0) {
      names_.erase(fd);
      partial_.erase(fd);
      close(fd);
      return false;
    }
    partial_[fd].append(buffer, size_t(n));
    for (size_t end; (end = partial_[fd].find('\n')) != std::string::npos;) {
      obey(fd, partial_[fd].substr(0, end));
      partial_[fd].erase(0, end + 1);
    }
    return true;
  }

  void obey(int fd, const std::string &line) {
    size_t space = line.find(' ', 5);
    if (line.rfind("/nick ", 0) == 0)
      names_[fd] = line.substr(6);
    else if (line.rfind("/msg ", 0) == 0 && space != std::string::npos)
      whisper(fd, line.substr(5, space - 5), line.substr(space + 1));
  }

  void whisper(int from, const std::string &to, const std::string &text) {
    for (const auto &[fd, name] : names_) {
      if (name == to) {
        say(fd, names_[from] + " whispers: " + text);
        return;
      }
    }
    say(from, "nobody is called so");
  }

  static void say(int fd, const std::string &text) { send(fd, text.data(), text.size(), MSG_NOSIGNAL); }

  int listener_;
  std::unordered_map<int, std::string> names_;   // finding: session-in-process|handler-state|static-cache "names_"
  std::unordered_map<int, std::string> partial_; // near-miss: a connection's own, gone with it
};

int main() {
  Parlour parlour(7100);
  parlour.run();
}
