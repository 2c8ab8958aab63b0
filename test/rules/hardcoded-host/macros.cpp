// A literal in a macro is one literal, however often it is used.
// packages: libhiredis-dev
#include <hiredis/hiredis.h>
#define CACHE_HOST "cache.corp.lan" // finding: hardcoded-host warning "cache.corp.lan"
#define CONNECT(host) redisConnect(host, 6379)
#define UNUSED_HOST "unused.corp.lan"

static redisContext *first() { return redisConnect(CACHE_HOST, 6379); }
static redisContext *second() { return redisConnect(CACHE_HOST, 6380); }

int main() {
  redisFree(first());
  redisFree(second());
  redisFree(CONNECT("argument.corp.lan")); // finding: hardcoded-host warning "argument.corp.lan"
  redisFree(redisConnect("0.0.0.0", 6379)); // finding: hardcoded-host warning "it assumes a neighbour"
}
