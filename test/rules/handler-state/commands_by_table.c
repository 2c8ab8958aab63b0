// A table of commands that a pointer walks, as C programs have it; memory from an allocator that is not here. One that
// only ever names one function is the same each time.
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void *xmalloc(size_t size, const char *what);

typedef struct user {
  char name[32];
  int failures; // finding: handler-state error "user::failures"
} user_t;

typedef struct database {
  user_t *first;
  int limit;
} database_t;

typedef struct command {
  const char *name;
  int (*run)(database_t *db, int client, char *line);
} command_t;

static database_t *open_database(int limit) {
  database_t *db = xmalloc(sizeof(database_t), "database");
  db->limit = limit;
  db->first = xmalloc(sizeof(user_t), "user");
  db->first->failures = 0;
  strcpy(db->first->name, "root");
  return db;
}

static int run_login(database_t *db, int client, char *line) {
  if (db->first->failures > db->limit)
    return (int)write(client, "locked\n", 7);
  if (strcmp(line, db->first->name) != 0)
    db->first->failures++;
  return (int)write(client, "done\n", 5);
}

static int run_echo(database_t *db, int client, char *line) {
  (void)db;
  return (int)write(client, line, strlen(line));
}

static const command_t login = {"login", run_login};
static const command_t echo = {"echo", run_echo};
static const command_t *commands[] = {&login, &echo, NULL};
static void (*on_line)(database_t *, int, char *);

static void dispatch(database_t *db, int client, char *line) {
  for (const command_t **c = commands; *c != NULL; c++)
    if (strncmp(line, (*c)->name, strlen((*c)->name)) == 0)
      (*c)->run(db, client, line + strlen((*c)->name));
}

static void serve(database_t *db, int client, void (*handle)(database_t *, int, char *)) {
  char line[128];
  on_line = handle;
  ssize_t n = read(client, line, sizeof line - 1);
  if (n > 0) {
    line[n] = 0;
    on_line(db, client, line);
  }
  close(client);
}

int main(void) {
  database_t *db = open_database(3);
  int listening = socket(AF_INET, SOCK_STREAM, 0);
  listen(listening, 8);
  for (;;)
    serve(db, accept(listening, NULL, NULL), dispatch);
}
