// The listener has a record of the same kind as each client, and epoll hands them back: what is in
// it belongs to one connection. What the server counts and tells does not.
#include <cstring>
#include <netinet/in.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

struct Link {
  int socket = -1;
  char in[512];       // near-miss: one connection's
  unsigned length = 0; // near-miss: one connection's
  bool over = false;  // near-miss: one connection's
};

class Hall {
public:
  void run(unsigned short port) {
    auto *own = new Link;
    own->socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(port);
    bind(own->socket, reinterpret_cast<sockaddr *>(&at), sizeof at);
    listen(own->socket, 16);
    int poller = epoll_create1(0);
    watch(poller, own);
    epoll_event events[16];
    for (;;) {
      int n = epoll_wait(poller, events, 16, -1);
      for (int i = 0; i < n; ++i) {
        auto *link = static_cast<Link *>(events[i].data.ptr);
        if (link->socket == own->socket) {
          auto *client = new Link;
          client->socket = accept(own->socket, nullptr, nullptr);
          watch(poller, client);
        } else {
          serve(link);
        }
      }
    }
  }

private:
  static void watch(int poller, Link *link) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = link;
    epoll_ctl(poller, EPOLL_CTL_ADD, link->socket, &event);
  }
  void serve(Link *link) {
    ssize_t n = recv(link->socket, link->in + link->length, sizeof link->in - link->length, 0);
    if (n <= 0) {
      link->over = true;
      close(link->socket);
      delete link;
      return;
    }
    link->length += unsigned(n);
    if (std::memchr(link->in, '\n', link->length)) {
      std::string text = "line " + std::to_string(++lines_) + "\n";
      send(link->socket, text.data(), text.size(), 0);
      link->length = 0;
    }
  }

  unsigned lines_ = 0; // finding: handler-state error "lines_"
};

int main() {
  Hall hall;
  hall.run(7100);
}
