// The accepted descriptor reaches its thread in a member, on the heap or in a record with the
// client. A thread that is given a text to store has no client.
// packages: libpq-dev
#include <cstdlib>
#include <netinet/in.h>
#include <postgresql/libpq-fe.h>
#include <pthread.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

static void *serve(void *given) {
  int client = *static_cast<int *>(given);
  delete static_cast<int *>(given);
  send(client, "hello\n", 6, 0);
  close(client);
  return nullptr;
}

struct Row {
  PGconn *database;
  std::string text;
};

static void *store(void *given) {
  auto *row = static_cast<Row *>(given);
  PQclear(PQexec(row->database, ("insert into visits values ('" + row->text + "')").c_str()));
  delete row;
  return nullptr;
}

class Server {
public:
  explicit Server(PGconn *database) : database_(database) {}
  void run(unsigned short port) {
    listener_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(port);
    bind(listener_, reinterpret_cast<sockaddr *>(&at), sizeof at);
    listen(listener_, 16);
    for (;;) {
      client_ = accept(listener_, nullptr, nullptr);
      pthread_t thread;
      given_ = new int();
      *given_ = client_;
      pthread_create(&thread, nullptr, serve, given_); // near-miss: serves the client
      auto *row = new Row{database_, "somebody"};
      pthread_create(&thread, nullptr, store, row); // finding: deferred-work error "pthread_create"
    }
  }

private:
  int listener_ = -1;
  int client_ = -1;
  int *given_ = nullptr;
  PGconn *database_;
};

int main() {
  Server server(PQconnectdb(std::getenv("DATABASE")));
  server.run(7200);
}
