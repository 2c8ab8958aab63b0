// A thread for each accepted connection, started one function further down; it finds the descriptor in what was left for it.
// packages: libpq-dev
#include <cstdlib>
#include <postgresql/libpq-fe.h>
#include <netinet/in.h>
#include <pthread.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

struct Visit {
  int client;
  const char *greeting;
};
static Visit next{-1, "welcome\n"};

static void *serve(void *) {
  int client = next.client;
  char line[128];
  for (ssize_t n; (n = ::read(client, line, sizeof line)) > 0;)
    if (::write(client, line, size_t(n)) < 0)
      break;
  ::close(client);
  return nullptr;
}

static void *note(void *) {
  PGconn *database = PQconnectdb(std::getenv("DATABASE_URL"));
  PQclear(PQexec(database, "insert into visits default values"));
  PQfinish(database);
  return nullptr;
}

static void start(int client) {
  next.client = client; // near-miss: handed over to the thread
  pthread_t thread;
  pthread_create(&thread, nullptr, serve, nullptr); // near-miss: the connection's thread
  pthread_detach(thread);
}

static void keep() {
  pthread_t thread;
  pthread_create(&thread, nullptr, note, nullptr); // finding: deferred-work error "pthread_create"
  pthread_detach(thread);
}

static void welcome(int listener) {
  int client = ::accept(listener, nullptr, nullptr);
  if (client < 0)
    return;
  start(client);
  keep();
}

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(7660);
  ::bind(listener, reinterpret_cast<sockaddr *>(&at), sizeof at);
  ::listen(listener, 16);
  while (true)
    welcome(listener);
}
