// C: what hangs on epoll's event comes back from the wait, with the function that handles it.
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

typedef void (*Handle)(void *object, int ready);

typedef struct Socket {
  int fd;
  Handle handle;
  void *object;
} Socket;

typedef struct Server {
  Socket socket; // near-miss: set before serving
} Server;

typedef struct Client {
  Socket socket;
  char line[64]; // near-miss: the connection's
} Client;

static int poll_fd = -1;                // near-miss: set at start-up
static unsigned long next_order = 1;    // finding: mutable-global error "next_order"

static int want(Socket *socket) {
  struct epoll_event event = {.events = EPOLLIN};
  event.data.ptr = socket;
  return epoll_ctl(poll_fd, EPOLL_CTL_ADD, socket->fd, &event);
}

static int next(Socket **socket) {
  struct epoll_event event = {.events = 0};
  if (epoll_wait(poll_fd, &event, 1, 1000) <= 0)
    return 0;
  *socket = event.data.ptr;
  return 1;
}

static void serve(Client *client, int ready) {
  ssize_t n = read(client->socket.fd, client->line, sizeof client->line);
  if (!ready || n <= 0) {
    close(client->socket.fd);
    free(client);
    return;
  }
  unsigned long order = next_order++;
  write(client->socket.fd, &order, sizeof order);
}

static void take(Server *server, int ready) {
  int fd = ready ? accept(server->socket.fd, NULL, NULL) : -1;
  if (fd < 0)
    return;
  Client *client = calloc(1, sizeof *client);
  client->socket.fd = fd;
  client->socket.object = client;
  client->socket.handle = (Handle)serve;
  want(&client->socket);
}

int main(void) {
  Server server;
  Socket *socket_ready = NULL; // near-miss: the next one
  poll_fd = epoll_create1(0);
  server.socket.fd = socket(AF_INET, SOCK_STREAM, 0);
  server.socket.object = &server;
  server.socket.handle = (Handle)take;
  listen(server.socket.fd, 16);
  want(&server.socket);
  for (;;)
    if (next(&socket_ready))
      socket_ready->handle(socket_ready->object, 1);
}
