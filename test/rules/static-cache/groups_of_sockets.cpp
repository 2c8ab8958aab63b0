// Groups by the number that members send: who is in one, the others hear.
#include <netinet/in.h>
#include <set>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <unordered_map>

static std::unordered_map<int, std::set<int>> groups; // finding: static-cache|session-in-process error

static void serve(int client) {
  int group = 0;
  char line[256];
  ssize_t got;
  while ((got = recv(client, line, sizeof line, 0)) > 0) {
    std::string text(line, got);
    if (text.rfind("join ", 0) == 0) {
      group = std::stoi(text.substr(5));
      groups[group].insert(client);
      continue;
    }
    for (auto entry : groups)
      if (entry.second.count(client))
        group = entry.first;
    for (int member : groups[group])
      if (member != client)
        send(member, text.data(), text.size(), 0);
  }
  close(client);
}

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7000);
  bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  listen(listener, 16);
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    std::thread(serve, client).detach();
  }
}
