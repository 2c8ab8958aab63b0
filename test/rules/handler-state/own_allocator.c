// C: an allocator of the program's own makes the listener's record, the clients' and the tables.
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct Client {
  int fd;
  char line[64];     // near-miss: the connection's
  unsigned int seen; // near-miss: the connection's
} Client;

typedef struct Shop {
  unsigned int sold; // finding: handler-state error "sold"
  unsigned int size; // near-miss: set at start-up
} Shop;

static void *zalloc(size_t size) {
  void *memory = malloc(size);
  if (memory)
    memset(memory, 0, size);
  return memory;
}

static Shop *shop;

static void serve(Client *client) {
  ssize_t n = read(client->fd, client->line, sizeof client->line);
  if (n <= 0) {
    close(client->fd);
    free(client);
    return;
  }
  client->seen++;
  shop->sold += shop->size;
  write(client->fd, &shop->sold, sizeof shop->sold);
}

int main(void) {
  int poll_fd = epoll_create1(0);
  shop = zalloc(sizeof(Shop));
  shop->size = 3;
  Client *listener = zalloc(sizeof(Client));
  listener->fd = socket(AF_INET, SOCK_STREAM, 0);
  listen(listener->fd, 16);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = listener};
  epoll_ctl(poll_fd, EPOLL_CTL_ADD, listener->fd, &event);
  for (;;) {
    struct epoll_event ready[8];
    int n = epoll_wait(poll_fd, ready, 8, -1);
    for (int i = 0; i < n; i++) {
      Client *client = ready[i].data.ptr;
      if (client->fd == listener->fd) {
        Client *added = zalloc(sizeof(Client));
        added->fd = accept(listener->fd, NULL, NULL);
        struct epoll_event wanted = {.events = EPOLLIN, .data.ptr = added};
        epoll_ctl(poll_fd, EPOLL_CTL_ADD, added->fd, &wanted);
      } else {
        serve(client);
      }
    }
  }
}
