// C: clients in an array by descriptor. One loop writes to all of them; in the other array each is asked by its own.
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 256

typedef struct Client {
  int fd;
  char nick[32]; // near-miss: the connection's
} Client;

struct Chat {
  int listener;
  int highest;            // near-miss: the highest descriptor
  Client *clients[MOST];  // finding: mutable-global error "clients"
  size_t received[MOST];  // near-miss: each connection's own
  Client *own[MOST];      // near-miss: each has its turn
};

static struct Chat chat;

static void say(Client *client, const char *text, size_t n) { write(client->fd, text, n); }

static void tell(int but, const char *text, size_t n) {
  for (int i = 0; i <= chat.highest; i++)
    if (chat.clients[i] && chat.clients[i]->fd != but)
      say(chat.clients[i], text, n);
}

static void take(void) {
  int fd = accept(chat.listener, NULL, NULL);
  if (fd < 0 || fd >= MOST)
    return;
  Client *client = calloc(1, sizeof *client);
  client->fd = fd;
  strcpy(client->nick, "nobody");
  chat.clients[fd] = client;
  chat.own[fd] = client;
  chat.received[fd] = 0;
  if (fd > chat.highest)
    chat.highest = fd;
}

static void serve(int fd) {
  char text[128];
  ssize_t n = read(fd, text, sizeof text);
  if (n <= 0) {
    free(chat.clients[fd]);
    chat.clients[fd] = NULL;
    chat.own[fd] = NULL;
    close(fd);
    return;
  }
  chat.received[fd] += (size_t)n;
  if (chat.received[fd] > 4096)
    shutdown(fd, SHUT_RD);
  tell(fd, text, (size_t)n);
}

int main(void) {
  chat.listener = socket(AF_INET, SOCK_STREAM, 0);
  listen(chat.listener, 16);
  for (;;) {
    struct pollfd wait[MOST];
    int n = 0;
    wait[n++] = (struct pollfd){chat.listener, POLLIN, 0};
    for (int i = 0; i <= chat.highest; i++)
      if (chat.clients[i])
        wait[n++] = (struct pollfd){i, POLLIN, 0};
    poll(wait, (nfds_t)n, -1);
    if (wait[0].revents)
      take();
    for (int i = 1; i < n; i++)
      if (wait[i].revents && chat.own[wait[i].fd])
        serve(chat.own[wait[i].fd]->fd);
  }
}
