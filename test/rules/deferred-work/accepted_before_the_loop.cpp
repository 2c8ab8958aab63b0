// What accept() gives is kept in a variable from before the loop: the thread that serves it puts nothing
// off. One that mails a report when the visitor has long been answered does.
#include <cstdlib>
#include <functional>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

static std::string readLine(int fd) {
  std::string line;
  for (char c; recv(fd, &c, 1, 0) == 1 && c != '\n';)
    line += c;
  return line;
}

static void mail(const std::string &to, const std::string &text) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in relay{};
  relay.sin_family = AF_INET;
  relay.sin_port = htons(25);
  if (connect(fd, reinterpret_cast<sockaddr *>(&relay), sizeof relay) == 0) {
    std::string message = "MAIL FROM:<desk>\r\nRCPT TO:<" + to + ">\r\nDATA\r\n" + text + "\r\n.\r\n";
    send(fd, message.data(), message.size(), 0);
  }
  close(fd);
}

static void serve(int client) {
  std::string line = readLine(client);
  if (line.rfind("report ", 0) == 0) {
    std::thread later(mail, line.substr(7), "all is well"); // finding: deferred-work error
    later.detach();
  }
  send(client, "done\n", 5, MSG_NOSIGNAL);
  close(client);
}

static void serveReferred(int &client) {
  int mine = client;
  serve(mine);
}

static int listenAt(unsigned short port) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(port);
  bind(listener, reinterpret_cast<sockaddr *>(&at), sizeof at);
  listen(listener, 16);
  return listener;
}

static void byValue() {
  int listener = listenAt(7500);
  int client;
  sockaddr_in from{};
  socklen_t length = sizeof from;
  while (true) {
    client = accept(listener, reinterpret_cast<sockaddr *>(&from), &length);
    if (client < 0)
      continue;
    std::thread t(serve, client); // near-miss: it answers the client
    t.detach();
  }
}

static void byReference() {
  int listener = listenAt(7501);
  int client;
  while ((client = accept(listener, nullptr, nullptr)) >= 0) {
    std::thread t(serveReferred, std::ref(client)); // near-miss: it answers the client
    t.detach();
  }
}

static void byConstReference() {
  int listener = listenAt(7502);
  int client = -1;
  for (;;) {
    client = accept(listener, nullptr, nullptr);
    if (client == -1)
      return;
    std::thread t(serve, std::cref(client)); // near-miss: it answers the client
    t.detach();
  }
}

int main(int argc, char **) {
  if (argc > 2)
    byConstReference();
  if (argc > 1)
    byReference();
  byValue();
}
