// Locals around loops that take jobs: what a loop gathers for its caller, or what each operation makes anew, does not
// stay; what a loop that serves keeps does, whoever looks at it when serving has ended.
// packages: libasio-dev
#include <asio.hpp>
#include <chrono>
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

class Limit {
public:
  explicit Limit(int ms) : end_(std::chrono::steady_clock::now() + std::chrono::milliseconds(ms)) {}
  bool over() { return left() <= 0; }
  int left() { return int((end_ - std::chrono::steady_clock::now()).count() / 1000000); }

private:
  std::chrono::steady_clock::time_point end_;
};

/// What a child says until it ends, or until that takes too long.
static int readText(int fd, std::string &text, int ms) {
  Limit limit(ms);
  char part[65];
  pollfd wait{fd, POLLIN, 0};
  text.clear();
  while (1) {
    if (limit.over())
      return 0;
    if (poll(&wait, 1, limit.left()) <= 0)
      return -1;
    const ssize_t n = read(fd, part, 64);
    if (n <= 0)
      break;
    part[n] = 0;
    text += part;
  }
  return 1;
}

static bool receive(int fd, std::string &line) {
  char part[64];
  const ssize_t n = recv(fd, part, sizeof part, 0);
  line.assign(part, n > 0 ? n : 0);
  return n > 0;
}

static std::list<std::string> receiveAll(int fd) {
  std::list<std::string> lines; // near-miss: the caller's
  bool more;
  do {
    lines.emplace_back();
    more = receive(fd, lines.back());
  } while (more);
  return lines;
}

/// Serves until told to end, and then says how it was.
static std::map<std::string, int> serve(int listener) {
  std::map<std::string, int> seen; // finding: handler-state|session-in-process error "seen"
  bool more = true;
  while (more) {
    const int client = accept(listener, nullptr, nullptr);
    for (const std::string &line : receiveAll(client)) {
      const std::string text = std::to_string(++seen[line]);
      send(client, text.data(), text.size(), 0);
      more = line != "end";
    }
    close(client);
  }
  return seen;
}

static void serveInto(int listener, std::string &last) {
  for (bool more = true; more;) {
    const int client = accept(listener, nullptr, nullptr);
    send(client, last.data(), last.size(), 0);
    more = receive(client, last);
    close(client);
  }
}

static void serveAndTell(int listener) {
  std::string last = "nobody"; // finding: handler-state error "last"
  serveInto(listener, last);
  std::cout << last << " came last\n";
}

class Feed {
public:
  Feed(asio::io_context &io, unsigned short port)
      : socket_(io, asio::ip::udp::endpoint(asio::ip::udp::v4(), port)), ask_(io) {}
  /// Every now and then, a child is asked which version there is.
  void ask() {
    ask_.expires_after(std::chrono::seconds(60));
    ask_.async_wait([this](std::error_code) {
      std::string version; // near-miss: gathered for who asks
      if (readText(child_, version, 500) == 1 && version != version_)
        version_ = version;
      ask();
    });
  }
  void read() {
    auto bytes = std::make_shared<std::vector<char>>(512); // near-miss: each operation's own
    bytes->resize(1024);
    socket_.async_receive(asio::buffer(*bytes), [this, bytes](std::error_code error, std::size_t n) {
      if (!error)
        seen_ = std::string(bytes->begin(), bytes->begin() + n) + version_ + seen_.substr(0, 100);
      read();
    });
  }

private:
  asio::ip::udp::socket socket_;
  asio::steady_timer ask_;
  int child_ = 3;
  std::string version_; // finding: handler-state warning "version_"
  std::string seen_;    // finding: handler-state error "seen_"
};

static int listenAt(unsigned short port) {
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_port = htons(port);
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  bind(listener, reinterpret_cast<sockaddr *>(&here), sizeof here);
  listen(listener, 16);
  return listener;
}

int main() {
  std::thread server([] { std::cout << serve(listenAt(7600)).size() << "\n"; });
  std::thread other(serveAndTell, listenAt(7602));
  asio::io_context io;
  Feed feed(io, 7601);
  feed.read();
  feed.ask();
  io.run();
  server.join();
  other.join();
}
