// A client of a cache server, written by hand: what it reads from its own connection
// are no requests. A message of known length is no job after job either.
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

class CacheSocket {
public:
  bool connect(const sockaddr_in &address) {
    peer_ = ::socket(AF_INET, SOCK_STREAM, 0);
    return ::connect(peer_, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
  }
  long read(char *to, size_t size) { return ::recv(peer_, to, size, 0); }
  long write(const std::string &text) { return ::send(peer_, text.data(), text.size(), 0); }

private:
  int peer_ = -1; // near-miss: set when it connects
};

class CacheClient {
public:
  CacheClient() {
    sockaddr_in address{};
    if (socket_.connect(address))
      ask("AUTH");
  }
  std::string ask(const std::string &command) {
    socket_.write(command);
    char answer[512];
    int waited = 0; // near-miss: of one answer
    size_t got = 0; // near-miss: of one answer
    while (got < sizeof answer) {
      long n = socket_.read(answer + got, sizeof answer - got);
      if (n < 0 || (n == 0 && ++waited > 10))
        return {};
      got += size_t(n);
      if (complete(answer, got))
        break;
    }
    return std::string(answer, got);
  }

private:
  static bool complete(const char *text, size_t size) { return size && text[size - 1] == '\n'; }
  CacheSocket socket_;
};

// It connects, but it is also given a connection: what it reads are requests.
class Line {
public:
  explicit Line(int fd) : line_(fd) {}
  bool connect(const sockaddr_in &address) { return ::connect(line_, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0; }
  long read(char *to, size_t size) { return ::recv(line_, to, size, 0); }
  long write(const std::string &text) { return ::send(line_, text.data(), text.size(), 0); }

private:
  int line_;
};

static void control(int fd) {
  Line line(fd);
  char command[64];
  int orders = 0; // finding: handler-state error "orders"
  while (line.read(command, sizeof command) > 0)
    line.write(std::to_string(++orders));
}

static std::string message(int fd, size_t size) {
  std::vector<char> received; // near-miss: of one message
  size_t total = 0;           // near-miss: of one message
  while (total < size) {
    char c;
    long n = ::recv(fd, &c, 1, 0);
    if (n <= 0)
      return "";
    received.insert(received.end(), 1, c);
    total += size_t(n);
  }
  return std::string(received.begin(), received.end());
}

int main() {
  CacheClient cache;
  std::map<std::string, std::string> last; // finding: handler-state error "last"
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 16);
  std::thread(control, ::accept(listener, nullptr, nullptr)).detach();
  for (;;) {
    int fd = ::accept(listener, nullptr, nullptr);
    std::string name = message(fd, 16);
    std::string answer = cache.ask("GET " + name) + last[name];
    last[name] = answer;
    ::send(fd, answer.data(), answer.size(), 0);
    ::close(fd);
  }
}
