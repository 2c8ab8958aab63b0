// Locals around loops that take jobs: what a helper gathers for its caller, what each operation makes anew, a number
// that is only compared; beside what stays from one job to the next.
// packages: libasio-dev
#include <asio.hpp>
#include <list>
#include <malloc.h>
#include <memory>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

/// Reads until the other end has said all.
static void readAll(int fd, std::string &text) {
  char part[64];
  pollfd wait{fd, POLLIN, 0};
  while (poll(&wait, 1, 1000) > 0) {
    const ssize_t n = recv(fd, part, sizeof part, 0);
    if (n <= 0)
      break;
    text.append(part, n);
  }
}

static std::list<std::string> readLines(int fd) {
  std::list<std::string> lines; // near-miss: the caller's
  char part[64];
  for (ssize_t n = recv(fd, part, sizeof part, 0); n > 0; n = recv(fd, part, sizeof part, 0))
    lines.emplace_back(part, n);
  return lines;
}

static void serve(int listener) {
  std::string last = "nobody"; // finding: handler-state error "last"
  int turns = 0;               // near-miss: only compared
  int told = 0;                // finding: handler-state error "told"
  for (;;) {
    const int client = accept(listener, nullptr, nullptr);
    std::string name; // near-miss: a new one each time
    readAll(client, name);
    const std::string text = last + " came before, " + std::to_string(++told);
    send(client, text.data(), text.size(), 0);
    last = name;
    for (const std::string &line : readLines(client))
      send(client, line.data(), line.size(), 0);
    ++turns;
    if (turns == 1000) {
      malloc_trim(0);
      turns = 0;
    }
    close(client);
  }
}

class Feed {
public:
  Feed(asio::io_context &io, unsigned short port)
      : socket_(io, asio::ip::udp::endpoint(asio::ip::udp::v4(), port)), ask_(io) {}
  /// Every now and then, a helper is asked which version runs.
  void ask() {
    ask_.expires_after(std::chrono::seconds(60));
    ask_.async_wait([this](std::error_code) {
      std::string version; // near-miss: gathered for who asks
      readAll(helper_, version);
      if (version != version_)
        version_ = version;
      ask();
    });
  }
  void read() {
    auto bytes = std::make_shared<std::vector<char>>(512); // near-miss: each operation's own
    bytes->back() = 0;
    socket_.async_receive(asio::buffer(*bytes), [this, bytes](std::error_code error, std::size_t n) {
      if (!error)
        seen_ = std::string(bytes->data(), n) + version_ + seen_.substr(0, 100);
      read();
    });
  }

private:
  asio::ip::udp::socket socket_;
  asio::steady_timer ask_;
  int helper_ = socket(AF_UNIX, SOCK_STREAM, 0);
  std::string version_; // finding: handler-state warning "version_"
  std::string seen_;    // finding: handler-state error "seen_"
};

int main() {
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_port = htons(7600);
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  bind(listener, reinterpret_cast<sockaddr *>(&here), sizeof here);
  listen(listener, 16);
  std::thread server(serve, listener);
  asio::io_context io;
  Feed feed(io, 7601);
  feed.read();
  feed.ask();
  io.run();
  server.join();
}
