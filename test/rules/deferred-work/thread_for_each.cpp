// A thread for each connection, which takes its socket out of a table of the program, is how the server
// works. A thread that stores what was received already, when the client has been answered, is work put off.
#include <cstdlib>
#include <deque>
#include <mutex>
#include <netinet/in.h>
#include <postgresql/libpq-fe.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

static int listenAt(uint16_t port) {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 64);
  return listener;
}

static void store(const std::string &text) {
  PGconn *database = PQconnectdb(std::getenv("DATABASE"));
  const char *values[] = {text.c_str()};
  PQclear(PQexecParams(database, "insert into readings values ($1)", 1, nullptr, values, nullptr, nullptr, 0));
  PQfinish(database);
}

// --- a thread for each ---------------------------------------------------

static std::deque<int> guests; // near-miss: where a thread finds its socket
static std::mutex guestsLock;

static void serve() {
  int client;
  {
    std::lock_guard<std::mutex> hold(guestsLock);
    client = guests.front();
    guests.pop_front();
  }
  char piece[512];
  for (ssize_t n; (n = ::recv(client, piece, sizeof piece, 0)) > 0;) {
    store(std::string(piece, static_cast<size_t>(n)));
    ::send(client, "kept\n", 5, MSG_NOSIGNAL);
  }
  ::close(client);
}

static void acceptClients(int listener) {
  for (;;) {
    int client = ::accept(listener, nullptr, nullptr);
    if (client < 0)
      continue;
    {
      std::lock_guard<std::mutex> hold(guestsLock);
      guests.push_back(client);
    }
    std::thread(serve).detach(); // near-miss: serves this connection
  }
}

// --- one after the other -------------------------------------------------

static void acceptReadings(int listener) {
  for (;;) {
    int client = ::accept(listener, nullptr, nullptr);
    if (client < 0)
      continue;
    char piece[512];
    ssize_t n = ::recv(client, piece, sizeof piece, 0);
    if (n > 0) {
      ::send(client, "thanks\n", 7, MSG_NOSIGNAL);
      std::thread(store, std::string(piece, static_cast<size_t>(n))).detach(); // finding: deferred-work error
    }
    ::close(client);
  }
}

int main() {
  std::thread readings(acceptReadings, listenAt(7631));
  acceptClients(listenAt(7630));
}
