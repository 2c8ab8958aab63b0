/* A slot of a server's loop, which a library's threads run: filled, handed on, made anew. */
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

/* Threads of a library. */
struct pool;
struct pool *pool_new(int threads);
int pool_add_work(struct pool *pool, void (*work)(void *), void *with);
void pool_wait(struct pool *pool);

struct message {
  int from;
  long size;
  char data[256];
};

struct invoker {
  struct pool *pool;
  int threads;
};

struct request {
  const struct invoker *invoker; // near-miss: a request of its own each time
  struct message *message;       // near-miss
};

static struct message *receive(int listener) {
  int from = accept(listener, NULL, NULL);
  if (from < 0)
    return NULL;
  struct message *message = malloc(sizeof *message);
  message->from = from;
  message->size = read(from, message->data, sizeof message->data);
  if (message->size < 0) {
    close(from);
    free(message);
    return NULL;
  }
  return message;
}

static void process(struct request *request) {
  write(request->message->from, request->message->data, request->message->size);
  close(request->message->from);
  free(request->message);
  free(request);
}

static __attribute__((noreturn)) void serve(const struct invoker *const invoker) {
  struct message *message;
  struct request *request = NULL; // near-miss: handed on
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(7301)};
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  bind(listener, (struct sockaddr *)&here, sizeof here);
  listen(listener, 16);
  for (;;) {
    if (request == NULL)
      request = malloc(sizeof *request);
    if ((message = receive(listener)) != NULL) {
      request->message = message;
      request->invoker = invoker;
      pool_add_work(invoker->pool, (void (*)(void *))process, request);
      request = NULL;
    }
  }
}

int main(void) {
  struct invoker *invoker = malloc(sizeof *invoker);
  invoker->threads = 4;
  invoker->pool = pool_new(invoker->threads);
  for (int i = 0; i < invoker->threads; ++i)
    pool_add_work(invoker->pool, (void (*)(void *))serve, invoker);
  pool_wait(invoker->pool);
}
