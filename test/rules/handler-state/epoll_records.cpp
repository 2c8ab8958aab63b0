// The record of each connection hangs on epoll's event: what it holds goes with the
// connection. What the server itself holds stays.
#include <cstdio>
#include <netinet/in.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

struct Client {
  int fd;
  std::string input;    // near-miss: the connection's
  std::string name;     // near-miss
  int lines = 0;        // near-miss
  bool closing = false; // near-miss
};

class Server {
public:
  explicit Server(int port) : port_(port) {}
  void run();

private:
  void take(int poll, int listener);
  void handle(Client *client);
  void line(Client *client, const std::string &text);

  int port_;
  long served_ = 0;                // finding: handler-state error "served_"
  std::vector<std::string> posts_; // finding: handler-state error "posts_"
};

void Server::run() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port_));
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 64);
  int poll = ::epoll_create1(0);
  Client own{listener, "", "listener"};
  epoll_event wanted{};
  wanted.events = EPOLLIN;
  wanted.data.ptr = &own;
  ::epoll_ctl(poll, EPOLL_CTL_ADD, listener, &wanted);
  epoll_event events[32];
  for (;;) {
    int n = ::epoll_wait(poll, events, 32, -1);
    for (int i = 0; i < n; ++i) {
      Client *client = (Client *)events[i].data.ptr;
      if (client->fd == listener)
        take(poll, listener);
      else
        handle(client);
    }
  }
}

void Server::take(int poll, int listener) {
  int fd = ::accept(listener, nullptr, nullptr);
  if (fd < 0)
    return;
  epoll_event wanted{};
  wanted.events = EPOLLIN;
  wanted.data.ptr = new Client{fd, "", ""};
  ::epoll_ctl(poll, EPOLL_CTL_ADD, fd, &wanted);
}

void Server::handle(Client *client) {
  char piece[512];
  ssize_t n = ::recv(client->fd, piece, sizeof piece, 0);
  if (n <= 0)
    client->closing = true;
  else
    client->input.append(piece, static_cast<size_t>(n));
  for (size_t end; (end = client->input.find('\n')) != std::string::npos;) {
    line(client, client->input.substr(0, end));
    client->input.erase(0, end + 1);
  }
  if (client->closing) {
    ::close(client->fd);
    delete client;
  }
}

void Server::line(Client *client, const std::string &text) {
  client->lines++;
  std::string answer = std::to_string(client->lines) + " of " + std::to_string(++served_) + "\n";
  if (text.compare(0, 5, "name ") == 0) {
    client->name = text.substr(5);
  } else if (text == "quit") {
    client->closing = true;
  } else if (text == "posts") {
    for (const std::string &post : posts_)
      answer += post + "\n";
  } else {
    posts_.push_back(client->name + ": " + text);
  }
  ::send(client->fd, answer.data(), answer.size(), MSG_NOSIGNAL);
}

int main() {
  Server server(7100);
  server.run();
}
