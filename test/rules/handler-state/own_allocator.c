// C: an allocator of the program's own makes the shop, the listener's record and the clients', with a function in each.
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct Shop {
  unsigned int sold; // finding: handler-state error "sold"
  unsigned int size; // near-miss: set at start-up
} Shop;

typedef struct Client Client;
struct Client {
  int fd;
  void (*handle)(Client *client);
  char line[64];     // near-miss: the connection's
  unsigned int seen; // near-miss: the connection's
};

static void *zalloc(size_t size) {
  void *memory = malloc(size);
  if (memory)
    memset(memory, 0, size);
  return memory;
}

static int poll_fd;
static Shop *shop;

static void want(Client *client) {
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = client};
  epoll_ctl(poll_fd, EPOLL_CTL_ADD, client->fd, &event);
}

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

static void take(Client *listener) {
  Client *client = zalloc(sizeof(Client));
  client->fd = accept(listener->fd, NULL, NULL);
  client->handle = serve;
  want(client);
}

int main(void) {
  poll_fd = epoll_create1(0);
  shop = zalloc(sizeof(Shop));
  shop->size = 3;
  Client *listener = zalloc(sizeof(Client));
  listener->fd = socket(AF_INET, SOCK_STREAM, 0);
  listener->handle = take;
  listen(listener->fd, 16);
  want(listener);
  for (;;) {
    struct epoll_event ready[8];
    int n = epoll_wait(poll_fd, ready, 8, -1);
    for (int i = 0; i < n; i++) {
      Client *client = ready[i].data.ptr;
      client->handle(client);
    }
  }
}
