/* Containers of one's own in C: what keeps a `void *`, or elements of some size, is one datum, at the member or
   variable that holds it; a flag of C's atomics. */
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct node {
  struct node *next; // near-miss: an entry of a table
  void *key;         // near-miss
  void *value;       // near-miss
};

struct table {
  size_t key_size, value_size;
  struct node **slots;      // near-miss: a part of the table
  unsigned count, capacity; // near-miss
};

struct ring {
  uint8_t *bytes; // near-miss
  size_t capacity, elem_size;
  _Atomic size_t head, tail; // near-miss
};

struct desk {
  struct table *prices; // finding: handler-state error "prices"
  struct ring *last;    // finding: handler-state error "last"
};

static atomic_bool stopped = 0; // near-miss: ends the loop
static atomic_int wanted = 0;   // near-miss: set before each use

static struct table *table_new(size_t key_size, size_t value_size) {
  struct table *t = calloc(1, sizeof *t);
  t->key_size = key_size;
  t->value_size = value_size;
  t->capacity = 64;
  t->slots = calloc(t->capacity, sizeof *t->slots);
  return t;
}

static void *table_get(const struct table *t, const void *key) {
  for (struct node *n = t->slots[*(const unsigned char *)key % t->capacity]; n; n = n->next)
    if (memcmp(n->key, key, t->key_size) == 0)
      return n->value;
  return NULL;
}

static void table_put(struct table *t, const void *key, const void *value) {
  unsigned place = *(const unsigned char *)key % t->capacity;
  struct node *n = calloc(1, sizeof *n);
  n->key = malloc(t->key_size);
  memcpy(n->key, key, t->key_size);
  n->value = malloc(t->value_size);
  memcpy(n->value, value, t->value_size);
  n->next = t->slots[place];
  t->slots[place] = n;
  ++t->count;
}

static struct ring *ring_new(size_t capacity, size_t elem_size) {
  struct ring *r = calloc(1, sizeof *r);
  r->bytes = malloc(capacity * elem_size);
  r->capacity = capacity;
  r->elem_size = elem_size;
  return r;
}

static void ring_push(struct ring *r, const void *elem) {
  size_t at = atomic_load(&r->tail);
  memcpy(r->bytes + at * r->elem_size, elem, r->elem_size);
  atomic_store(&r->tail, (at + 1) % r->capacity);
}

static void ring_at(struct ring *r, size_t at, void *out) {
  memcpy(out, r->bytes + at % r->capacity * r->elem_size, r->elem_size);
}

static void answer(struct desk *desk, int client) {
  char line[32] = {0};
  if (read(client, line, 9) < 9)
    return;
  if (line[0] == 'p') {
    table_put(desk->prices, line + 1, line + 5);
    ring_push(desk->last, line + 1);
  } else if (line[0] == 'l') {
    ring_at(desk->last, 0, line);
    atomic_store(&wanted, line[1] ? 4 : 2);
    write(client, line, atomic_load(&wanted));
  } else {
    char *price = table_get(desk->prices, line + 1);
    if (price)
      write(client, price, 4);
  }
}

static void *keys(void *ignored) {
  char c;
  while (read(0, &c, 1) == 1)
    if (c == 'q')
      atomic_store(&stopped, 1);
  return ignored;
}

int main(void) {
  struct desk *desk = calloc(1, sizeof *desk);
  desk->prices = table_new(4, 4);
  desk->last = ring_new(16, 4);
  pthread_t thread;
  pthread_create(&thread, NULL, keys, NULL);
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(7400)};
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  bind(listener, (struct sockaddr *)&here, sizeof here);
  listen(listener, 16);
  while (!atomic_load(&stopped)) {
    int client = accept(listener, NULL, NULL);
    answer(desk, client);
    close(client);
  }
}
