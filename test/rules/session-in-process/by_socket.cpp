// Who is logged in, by socket: forgotten when the connection ends, or left to whoever gets the number next.
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

static std::map<int, std::string> who_;       // near-miss: goes with the connection
static std::map<int, std::string> remembered; // finding: session-in-process|static-cache|mutable-global error

static void serve(int client) {
  char line[256];
  ssize_t got;
  while ((got = recv(client, line, sizeof line, 0)) > 0) {
    std::string text(line, got);
    if (text.rfind("login ", 0) == 0) {
      who_[client] = text.substr(6);
      remembered[client] = text.substr(6);
    }
    std::string answer = who_[client] + " " + remembered[client];
    send(client, answer.data(), answer.size(), 0);
  }
  who_.erase(client);
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
