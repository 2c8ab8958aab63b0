// libevent's older interface: events of one's own that are set, with callbacks for the listener and for
// each connection.
// packages: libevent-dev
#include <cstring>
#include <event2/event.h>
#include <event2/event_compat.h>
#include <event2/event_struct.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

struct Server {
  struct event accepting;
  std::string notice; // finding: handler-state error
};
struct Client {
  struct event readable;
  Server *server = nullptr;
  std::string line; // near-miss: of this connection
};

static void onRead(evutil_socket_t fd, short, void *context) {
  auto *client = static_cast<Client *>(context);
  char piece[256];
  ssize_t n = ::recv(fd, piece, sizeof piece, 0);
  if (n <= 0) {
    ::event_del(&client->readable);
    ::close(fd);
    delete client;
    return;
  }
  client->line.append(piece, n);
  if (client->line.back() != '\n')
    return;
  ::send(fd, client->server->notice.data(), client->server->notice.size(), MSG_NOSIGNAL);
  client->server->notice = client->line;
  client->line.clear();
}

static void onAccept(evutil_socket_t listener, short, void *context) {
  int fd = ::accept(listener, nullptr, nullptr);
  if (fd < 0)
    return;
  auto *client = new Client;
  client->server = static_cast<Server *>(context);
  ::event_set(&client->readable, fd, EV_READ | EV_PERSIST, onRead, client);
  ::event_add(&client->readable, nullptr);
}

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7600);
  if (::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 || ::listen(listener, 16) != 0)
    return 1;
  ::event_init();
  Server server;
  ::event_set(&server.accepting, listener, EV_READ | EV_PERSIST, onAccept, &server);
  ::event_add(&server.accepting, nullptr);
  ::event_dispatch();
}
