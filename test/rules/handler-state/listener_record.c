/* An epoll loop in C: the listener has a record like those of the clients, all of them from malloc(). */
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct request {
  int fd;
  char text[512];
  size_t last;          // near-miss: of one connection
  int state;            // near-miss: of one connection
  const char *position; // near-miss: of one connection
} request;

static int visits = 0; // finding: mutable-global error "visits"

static void serve(request *r) {
  ssize_t n = read(r->fd, r->text + r->last, sizeof r->text - r->last);
  if (n <= 0) {
    close(r->fd);
    free(r);
    return;
  }
  r->last += (size_t)n;
  r->state = 1;
  r->position = r->text + n;
  char answer[32];
  int length = snprintf(answer, sizeof answer, "%d\n", ++visits);
  send(r->fd, answer, (size_t)length, 0);
}

int main(void) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(7070)};
  bind(listener, (struct sockaddr *)&address, sizeof address);
  listen(listener, 64);
  int epoll = epoll_create1(0);
  request *own = (request *)malloc(sizeof(request));
  own->fd = listener;
  struct epoll_event event = {.events = EPOLLIN, .data = {.ptr = own}};
  epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
  struct epoll_event *ready = malloc(sizeof *ready * 64);
  while (1) {
    int n = epoll_wait(epoll, ready, 64, -1);
    for (int i = 0; i < n; i++) {
      request *r = (request *)ready[i].data.ptr;
      if (r->fd == listener) {
        int client = accept(listener, NULL, NULL);
        request *next = (request *)malloc(sizeof(request));
        next->fd = client;
        next->last = 0;
        event.data.ptr = next;
        epoll_ctl(epoll, EPOLL_CTL_ADD, client, &event);
      } else {
        serve(r);
      }
    }
  }
}
