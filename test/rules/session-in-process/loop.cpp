// A line protocol in an accept loop: who is logged in, and on which connection others find him.
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

struct Login {
  std::string user;
  long since = 0;
};

// user id -> connection, looked up by other users' requests
static std::map<std::string, int> online_users;      // finding: session-in-process error "online_users"
static std::map<std::string, Login> login_by_token;  // finding: session-in-process error "login_by_token"

static std::string handle(int client, const std::string &verb, const std::string &user, const std::string &token) {
  if (verb == "login") {
    online_users[user] = client;
    Login login{user, 1};
    std::swap(login_by_token[token], login);
    return "welcome";
  }
  if (verb == "send") {
    auto peer = online_users.find(user);
    if (peer == online_users.end())
      return "offline";
    ::send(peer->second, token.data(), token.size(), 0);
    return "sent";
  }
  auto login = login_by_token.find(token);
  if (login == login_by_token.end())
    return "who are you";
  return login->second.user;
}

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7004);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 64);
  for (;;) {
    int client = ::accept(listener, nullptr, nullptr);
    char buffer[256];
    ssize_t n = ::recv(client, buffer, sizeof buffer, 0);
    std::string text(buffer, n > 0 ? static_cast<size_t>(n) : 0);
    auto space = text.find(' ');
    std::string reply = handle(client, text.substr(0, space), text.substr(space + 1), text);
    ::send(client, reply.data(), reply.size(), 0);
  }
}
