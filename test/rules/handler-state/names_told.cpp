// Names by descriptor that a client is told when it asks who is there; and names that each hears only of itself.
#include <map>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7201);
  bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  listen(listener, 16);
  std::vector<pollfd> watched{{listener, POLLIN, 0}};
  std::map<int, std::string> nicks;  // finding: handler-state error
  std::map<int, std::string> titles; // near-miss: each its own
  char line[512];
  for (;;) {
    if (poll(watched.data(), watched.size(), -1) < 0)
      break;
    for (std::size_t i = 0; i < watched.size(); ++i) {
      if (!(watched[i].revents & (POLLIN | POLLHUP)))
        continue;
      if (watched[i].fd == listener) {
        int client = accept(listener, nullptr, nullptr);
        watched.push_back({client, POLLIN, 0});
        nicks[client] = "guest" + std::to_string(client);
        titles[client] = "untitled";
        continue;
      }
      const int from = watched[i].fd;
      const ssize_t got = recv(from, line, sizeof line, 0);
      if (got <= 0) {
        close(from);
        nicks.erase(from);
        titles.erase(from);
        watched.erase(watched.begin() + long(i--));
        continue;
      }
      std::string text(line, std::size_t(got));
      if (text.rfind("/nick ", 0) == 0)
        nicks[from] = text.substr(6);
      if (text.rfind("/title ", 0) == 0)
        titles[from] = text.substr(7);
      std::string answer = titles[from] + "\n";
      if (text.rfind("/who", 0) == 0)
        for (auto &entry : nicks)
          answer += entry.second + "\n";
      send(from, answer.data(), answer.size(), 0);
    }
  }
}
