// Locals outside an accept loop that its body changes, and those that are only tools.
#include <cstdio>
#include <cstring>
#include <ctime>
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

static void append(std::vector<std::string> &list, const std::string &text) { list.push_back(text); }

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7000);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 64);

  std::map<std::string, std::string> values; // finding: handler-state error "values"
  std::vector<std::string> journal;          // finding: handler-state error "journal"
  long total = 0;                            // finding: handler-state error "total"
  bool paused = false;                       // finding: handler-state error "paused"
  unsigned long served = 0;
  char buffer[4096];
  std::string line;
  std::vector<std::string> parts;
  std::time_t started = std::time(nullptr);
  sockaddr_in peer{};
  socklen_t peer_size = 0;

  while (true) {
    peer_size = sizeof peer;
    int client = ::accept(listener, reinterpret_cast<sockaddr *>(&peer), &peer_size);
    if (client < 0)
      continue;
    ssize_t n = ::recv(client, buffer, sizeof buffer, 0);
    line.assign(buffer, n > 0 ? static_cast<size_t>(n) : 0);
    parts.clear();
    size_t start = 0;
    for (size_t end; (end = line.find(' ', start)) != std::string::npos; start = end + 1)
      parts.push_back(line.substr(start, end - start));
    std::string reply;
    if (parts.size() == 2)
      values[parts[0]] = parts[1];
    else if (line == "pause")
      paused = !paused;
    else if (!paused)
      reply = values.count(line) ? values[line] : "none";
    append(journal, line);
    total += n;
    reply += std::to_string(journal.size()) + " " + std::to_string(total);
    ::send(client, reply.data(), reply.size(), 0);
    ::close(client);
    std::fprintf(stderr, "%lu served in %ld s\n", ++served, static_cast<long>(std::time(nullptr) - started));
  }
}
