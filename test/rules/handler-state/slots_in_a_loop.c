/* A slot of a loop that is handed on and filled anew; records of connections that are kept by hand. */
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

struct client {
  int fd;
  int place;
};

struct server {
  int listener;
  int count, room;
  struct client **clients; // near-miss: which connections are open
};

struct task {
  struct server *server; // near-miss: a task of its own each time
  int fd;                // near-miss
};

/* Threads of a library. */
struct pool;
struct pool *pool_new(int threads);
void pool_add(struct pool *pool, void (*work)(void *), void *with);
void pool_wait(struct pool *pool);

static struct pool *threads;

static void serve(void *given) {
  struct task *task = given;
  char text[256];
  ssize_t n = read(task->fd, text, sizeof text);
  if (n > 0)
    write(task->fd, text, n);
  free(task);
}

static void welcome(struct server *server) {
  int fd = accept(server->listener, NULL, NULL);
  if (fd < 0)
    return;
  struct client *client = malloc(sizeof *client);
  client->fd = fd;
  client->place = server->count;
  if (server->count == server->room) {
    server->room *= 2;
    server->clients = realloc(server->clients, server->room * sizeof *server->clients);
  }
  server->clients[server->count++] = client;
}

static int ready(struct server *server) {
  fd_set waiting;
  int highest = server->listener;
  FD_ZERO(&waiting);
  FD_SET(server->listener, &waiting);
  for (int i = 0; i < server->count; ++i) {
    FD_SET(server->clients[i]->fd, &waiting);
    if (server->clients[i]->fd > highest)
      highest = server->clients[i]->fd;
  }
  if (select(highest + 1, &waiting, NULL, NULL, NULL) < 0)
    return -1;
  if (FD_ISSET(server->listener, &waiting))
    welcome(server);
  for (int i = 0; i < server->count; ++i)
    if (FD_ISSET(server->clients[i]->fd, &waiting))
      return server->clients[i]->fd;
  return -1;
}

static void run(void *given) {
  struct server *server = given;
  struct task *task = NULL; // near-miss: handed on
  for (;;) {
    if (task == NULL)
      task = malloc(sizeof *task);
    int fd = ready(server);
    if (fd < 0)
      continue;
    task->server = server;
    task->fd = fd;
    pool_add(threads, serve, task);
    task = NULL;
  }
}

int main(void) {
  struct server server = {.count = 0, .room = 8};
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(7300)};
  server.listener = socket(AF_INET, SOCK_STREAM, 0);
  bind(server.listener, (struct sockaddr *)&here, sizeof here);
  listen(server.listener, 16);
  server.clients = malloc(server.room * sizeof *server.clients);
  threads = pool_new(8);
  pool_add(threads, run, &server);
  pool_wait(threads);
}
