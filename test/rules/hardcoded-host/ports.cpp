// A zero, a null pointer or `false` beside a host: only a port right behind it means that nobody connects.
// packages: libhiredis-dev
#include <hiredis/hiredis.h>
#include <string>

struct Cache {
  Cache(const std::string &host, int port, int db = 0) : host_(host), port_(port), db_(db) {}
  void open() const { redisFree(redisConnect(host_.c_str(), port_)); }
  std::string host_;
  int port_, db_;
};

struct Queue {
  Queue(const char *host, int port, bool tls = false, const char *user = nullptr)
      : context(tls || user ? nullptr : redisConnect(host, port)) {}
  redisContext *context;
};

struct Numbered {
  Numbered(const char *host, int db) : context(redisConnect(host, 6379)), db(db) {}
  redisContext *context;
  int db;
};

struct Target {
  std::string host;
  int port = 0;
  int weight = 1;
};
static void dial(const Target &t) { redisFree(redisConnect(t.host.c_str(), t.port)); }

int main() {
  Cache("cache-1.corp.lan", 6379).open();    // finding: hardcoded-host warning "cache-1.corp.lan"
  Cache("cache-2.corp.lan", 6379, 0).open(); // finding: hardcoded-host warning "cache-2.corp.lan"
  Queue queue("queue.corp.lan", 6379);       // finding: hardcoded-host warning "queue.corp.lan"
  Numbered first("first.corp.lan", 0);       // finding: hardcoded-host warning "first.corp.lan"
  Target weighed{"weighed.corp.lan", 6379, 0}; // finding: hardcoded-host warning "weighed.corp.lan"
  Target nowhere{"nowhere.corp.lan", 0, 1};
  Target later{.host = "later.corp.lan"}; // finding: hardcoded-host warning "later.corp.lan"
  later.port = 6379;
  dial(later);
  dial(weighed);
  dial(nowhere);
  redisFree(queue.context);
  redisFree(first.context);
}
