// A thread per connection answers on the descriptor that it is given: not deferred.
#include <cstdio>
#include <cstdlib>
#include <httplib.h>
#include <netinet/in.h>
#include <pthread.h>
#include <string>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

static void greet(int client) {
  char name[32];
  ssize_t n = ::read(client, name, sizeof name);
  if (n > 0 && ::write(client, name, static_cast<size_t>(n)) < 0)
    std::perror("write");
  ::close(client);
}

struct Greeter {
  int client;
  void operator()() const { greet(client); }
};

struct Visit {
  int client = -1;
};

static void *visited(void *argument) {
  auto *visit = static_cast<Visit *>(argument);
  greet(visit->client);
  delete visit;
  return nullptr;
}

static void inThread(int client) { std::thread(greet, client).detach(); }

static void report(const std::string &line) { std::fprintf(stderr, "%s\n", line.c_str()); }

static void archive(std::FILE *file, const std::string &line) {
  std::fputs(line.c_str(), file);
  std::fclose(file);
}

static int serveSockets(int wake) {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7020);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 16);
  for (;;) {
    int client = ::accept(listener, nullptr, nullptr);
    if (client < 0)
      return 1;
    if (client % 5 == 0) {
      std::thread([client] { greet(client); }).detach();
    } else if (client % 5 == 1) {
      std::thread(Greeter{client}).detach();
    } else if (client % 5 == 2) {
      inThread(client);
    } else if (client % 5 == 3) {
      auto *visit = new Visit;
      visit->client = client;
      pthread_t thread;
      pthread_create(&thread, nullptr, visited, visit);
      pthread_detach(thread);
    } else {
      std::string line = "visit " + std::to_string(client);
      greet(client);
      std::thread([line, wake] { // finding: deferred-work error
        report(line);
        if (::eventfd_write(wake, 1) != 0)
          std::perror("eventfd");
      }).detach();
    }
  }
}

int main() {
  int wake = ::eventfd(0, 0);
  if (std::getenv("SOCKETS"))
    return serveSockets(wake);
  httplib::Server server;
  server.Post("/archive", [](const httplib::Request &req, httplib::Response &res) {
    std::FILE *file = std::fopen("/dev/stdout", "a");
    std::thread(archive, file, req.body).detach(); // finding: deferred-work error
    res.status = 202;
  });
  server.listen("0.0.0.0", 8080);
}
