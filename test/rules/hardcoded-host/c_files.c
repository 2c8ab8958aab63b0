// A configuration file that C code reads by itself.
// packages: libhiredis-dev
#define _DEFAULT_SOURCE // strdup
#include <hiredis/hiredis.h>
#include <stdio.h>
#include <string.h>

struct side {
  const char *host;
  const char *group;
  const char *spare;
};

static void side_read(struct side *s, const char *path, const char *fallback) {
  char line[256];
  FILE *f = fopen(path, "r");
  s->host = fallback;
  s->group = "mirror";
  s->spare = "redis-spare"; // finding: hardcoded-host warning "redis-spare"
  if (!f)
    return;
  while (fgets(line, sizeof line, f)) {
    char *eq = strchr(line, '=');
    if (!eq)
      continue;
    *eq++ = 0;
    eq[strcspn(eq, "\r\n")] = 0;
    if (!strcmp(line, "host"))
      s->host = strdup(eq);
    else if (!strcmp(line, "group"))
      s->group = strdup(eq);
  }
  fclose(f);
}

static void scanned(void) {
  char host[64] = "redis-scan";
  FILE *f = fopen("/etc/mirror/scan.conf", "r");
  if (f) {
    if (fscanf(f, "host=%63s", host) != 1)
      host[0] = 0;
    fclose(f);
  }
  redisFree(redisConnect(host, 6379));
}

int main(void) {
  struct side from, to;
  side_read(&from, "/etc/mirror/from.conf", "redis-src");
  side_read(&to, "/etc/mirror/to.conf", "redis-dst");
  redisFree(redisConnect(from.host, 6379));
  redisFree(redisConnect(to.host, 6379));
  redisFree(redisConnect(to.spare, 6379));
  scanned();
  return 0;
}
