/* A service in C: counters, a struct, a function's static, a table of commands. */
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct totals {
  int orders;      // finding: mutable-global|handler-state error "orders"
  int limit;
};
static struct totals totals = {0, 10};
int visitors;                 // finding: mutable-global error "visitors"
static char last[64];         // finding: mutable-global error "last"
static const char *names[] = {"tea", "milk"};
static int loaded = 0;
static FILE *console;

static int next_id(void) {
  static int id = 100;        // finding: mutable-global error "id"
  return ++id;
}

static int cmd_order(const char *arg, char *out, size_t size) {
  totals.orders += 1;
  strncpy(last, arg, sizeof last - 1);
  return snprintf(out, size, "%d of %d\n", totals.orders, totals.limit);
}
static int cmd_last(const char *arg, char *out, size_t size) {
  visitors++;
  return snprintf(out, size, "%s %d %s\n", last, visitors, arg);
}
static int cmd_id(const char *arg, char *out, size_t size) {
  return snprintf(out, size, "%d %s\n", next_id(), arg);
}

static const struct {
  const char *name;
  int (*run)(const char *arg, char *out, size_t size);
} commands[] = {{"order", cmd_order}, {"last", cmd_last}, {"id", cmd_id}};

static void load(void) {
  loaded = (int)(sizeof names / sizeof names[0]);
  console = stderr;
}

int main(void) {
  load();
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address;
  memset(&address, 0, sizeof address);
  address.sin_family = AF_INET;
  address.sin_port = htons(7030);
  bind(listener, (struct sockaddr *)&address, sizeof address);
  listen(listener, 5);
  for (;;) {
    int client = accept(listener, NULL, NULL);
    char in[128], out[256];
    ssize_t n = read(client, in, sizeof in - 1);
    in[n > 0 ? n : 0] = 0;
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; ++i)
      if (strncmp(in, commands[i].name, strlen(commands[i].name)) == 0) {
        int length = commands[i].run(in, out, sizeof out);
        if (write(client, out, (size_t)length) < 0)
          fprintf(console, "%d commands\n", loaded);
      }
    close(client);
  }
}
