// What one turn of the loop puts aside and clears at its end; and what is put aside until there is enough.
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

class Server {
public:
  explicit Server(int listener) : listener_(listener) {}
  void process() {
    for (;;) {
      fd_set ready;
      FD_ZERO(&ready);
      FD_SET(listener_, &ready);
      for (auto &entry : clients_)
        FD_SET(entry.first, &ready);
      select(FD_SETSIZE, &ready, nullptr, nullptr, nullptr);
      if (FD_ISSET(listener_, &ready)) {
        int client = accept(listener_, nullptr, nullptr);
        clients_[client] = "";
      }
      for (auto &entry : clients_)
        if (FD_ISSET(entry.first, &ready))
          receive(entry.first);
      for (int gone : gone_)
        clients_.erase(gone);
      gone_.clear();
      if (batch_.size() > 100) {
        for (const std::string &line : batch_)
          write(STDOUT_FILENO, line.data(), line.size());
        batch_.clear();
      }
    }
  }

private:
  void receive(int client) {
    char line[128];
    ssize_t got = recv(client, line, sizeof line, 0);
    if (got <= 0) {
      close(client);
      gone_.push_back(client + 0);
      return;
    }
    batch_.push_back(std::string(line, got));
    send(client, "ok\n", 3, 0);
  }
  int listener_;
  std::map<int, std::string> clients_;
  std::vector<long> gone_;         // near-miss: worked off in the same turn
  std::vector<std::string> batch_; // finding: handler-state error
};

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7000);
  bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  listen(listener, 16);
  Server server(listener);
  server.process();
}
