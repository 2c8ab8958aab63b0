// A session is known by descriptor, and says in which room it sits: a table of rooms is not one of descriptors.
#include <cstdlib>
#include <map>
#include <netinet/in.h>
#include <set>
#include <string>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

struct Session {
  explicit Session(int descriptor) : fd(descriptor) {}
  int fd;
  std::string user;
  int room = -1;
};

class Rooms {
public:
  void say(int number, const std::string &text) { rooms_[number].push_back(text); }
  std::string all(int number) const {
    auto found = rooms_.find(number);
    if (found == rooms_.end())
      return "nothing yet";
    std::string all;
    for (const std::string &text : found->second)
      all += text + "\n";
    return all;
  }

private:
  std::map<int, std::vector<std::string>> rooms_; // finding: handler-state|static-cache "rooms_"
};

static std::string obey(Session &session, Rooms &rooms, const std::string &line) {
  if (line[0] == 'u')
    session.user = line.substr(1);
  else if (line[0] == 'r')
    session.room = std::atoi(line.c_str() + 1);
  else if (session.room >= 0)
    rooms.say(session.room, session.user + ": " + line);
  return rooms.all(session.room);
}

static void serveAll(int listener) {
  Rooms rooms;
  std::map<int, Session> sessions; // near-miss: a connection's own, gone with it
  while (true) {
    fd_set ready;
    FD_ZERO(&ready);
    FD_SET(listener, &ready);
    for (const auto &[fd, session] : sessions)
      FD_SET(fd, &ready);
    if (select(FD_SETSIZE, &ready, nullptr, nullptr, nullptr) < 0)
      return;
    for (auto it = sessions.begin(); it != sessions.end();) {
      int fd = it->first;
      Session &session = it->second;
      char buffer[512];
      ssize_t n = FD_ISSET(fd, &ready) ? recv(fd, buffer, sizeof buffer, 0) : 1;
      if (n <= 0) {
        close(fd);
        it = sessions.erase(it);
        continue;
      }
      if (FD_ISSET(fd, &ready)) {
        std::string answer = obey(session, rooms, std::string(buffer, size_t(n)));
        send(fd, answer.data(), answer.size(), MSG_NOSIGNAL);
      }
      ++it;
    }
    if (FD_ISSET(listener, &ready)) {
      int client = accept(listener, nullptr, nullptr);
      if (client >= 0)
        sessions.emplace(client, Session(client));
    }
  }
}

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(7660);
  bind(listener, reinterpret_cast<sockaddr *>(&at), sizeof at);
  listen(listener, 16);
  serveAll(listener);
}
