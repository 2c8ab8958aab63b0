// What the last call said, kept in a slot before the loop; what is counted and was asked only before it; and counts.
#include <cstring>
#include <netinet/in.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static void *serve(void *) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7000);
  bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  listen(listener, 16);
  int taken = 0; // near-miss: nobody reads what is counted
  int spare = taken / 8 - (100 - taken);
  int told = 0; // finding: handler-state error
  int set = epoll_create(1);
  epoll_event event{}, events[16];
  event.events = EPOLLIN;
  event.data.fd = listener;
  int result = epoll_ctl(set, EPOLL_CTL_ADD, listener, &event); // near-miss: what the last call said
  int sent = 0; // finding: handler-state error
  while (spare < 0) {
    int ready = epoll_wait(set, events, 16, -1);
    for (int i = 0; i < ready; ++i) {
      int client = events[i].data.fd;
      if (client == listener) {
        client = accept(listener, nullptr, nullptr);
        event.data.fd = client;
        if (result == -1)
          break;
        result = epoll_ctl(set, EPOLL_CTL_ADD, client, &event);
        ++taken;
        continue;
      }
      char line[128];
      result = recv(client, line, sizeof line, 0);
      if (result == 0) {
        --taken;
        close(client);
        continue;
      }
      std::string answer = std::to_string(++told);
      if (sent > 2)
        answer += " and more";
      sent = send(client, answer.data(), answer.size(), 0);
    }
  }
  return nullptr;
}

int main() { serve(nullptr); }
