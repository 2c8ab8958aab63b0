// A thread for each client, joined by an algorithm when the loop has ended: what each has is its own.
#include <algorithm>
#include <netinet/in.h>
#include <string>
#include <sys/select.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

class Conversation {
public:
  explicit Conversation(int client) : client_(client) {}
  void run() {
    int silent = 0; // near-miss: of this thread
    fd_set ready;
    for (;;) {
      FD_ZERO(&ready);
      FD_SET(client_, &ready);
      select(client_ + 1, &ready, nullptr, nullptr, nullptr);
      char line[128];
      ssize_t got = recv(client_, line, sizeof line, 0);
      if (got <= 0) {
        if (++silent > 10)
          break;
        continue;
      }
      last_ = std::string(line, got);
      ++heard_;
      std::string answer = std::to_string(heard_) + " " + last_;
      send(client_, answer.data(), answer.size(), 0);
    }
    close(client_);
  }

private:
  int client_;
  int heard_ = 0;    // near-miss: of one conversation
  std::string last_; // near-miss: of one conversation
};

static void converse(int client) {
  Conversation conversation(client);
  conversation.run();
}

static void join(std::thread &thread) { thread.join(); }

class Server {
public:
  void serve() {
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(7000);
    bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
    listen(listener, 16);
    while (1) {
      int client = accept(listener, nullptr, nullptr);
      threads_.push_back(std::thread(converse, client));
    }
    std::for_each(threads_.begin(), threads_.end(), join);
  }

private:
  std::vector<std::thread> threads_;
};

int main() {
  Server server;
  server.serve();
}
