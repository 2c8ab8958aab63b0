// A list kept by hand, with its size and its room beside it; and the address of who comes, asked for and not read.
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct List {
  pthread_mutex_t lock;
  char **items;    // finding: handler-state|static-cache|mutable-global error
  size_t size;     // near-miss: keeps its books
  size_t capacity; // near-miss: keeps its books
} List;

static List *list;

static void add(const char *text) {
  pthread_mutex_lock(&list->lock);
  if (list->size == list->capacity) {
    size_t room = list->capacity ? list->capacity * 2 : 4;
    list->items = realloc(list->items, room * sizeof(char *));
    list->capacity = room;
  }
  char *copy = malloc(strlen(text) + 1);
  strcpy(copy, text);
  list->items[list->size++] = copy;
  pthread_mutex_unlock(&list->lock);
}

static void tell(int client) {
  pthread_mutex_lock(&list->lock);
  for (size_t i = 0; i < list->size; i++)
    write(client, list->items[i], strlen(list->items[i]));
  pthread_mutex_unlock(&list->lock);
}

int main(void) {
  list = malloc(sizeof *list);
  pthread_mutex_init(&list->lock, NULL);
  list->items = NULL;
  list->size = 0;
  list->capacity = 0;
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in own = {0}, peer; // near-miss: whoever it was
  own.sin_family = AF_INET;
  own.sin_port = htons(7000);
  bind(listener, (struct sockaddr *)&own, sizeof own);
  listen(listener, 16);
  socklen_t length;
  while (1) {
    length = sizeof peer;
    int client = accept(listener, (struct sockaddr *)&peer, &length);
    if (client == -1)
      continue;
    char text[64] = {0};
    if (read(client, text, sizeof text - 1) > 0)
      add(text);
    tell(client);
    close(client);
  }
}
