// A number that only the program's own terminal shows is a metric. One that clients are told is state.
// packages: libncurses-dev
#include <cstdlib>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

#include <ncurses.h>

static long bytes = 0;    // near-miss: drawn on the terminal
static long visitors = 0; // near-miss: so is this
static long tickets = 0;  // finding: mutable-global error "tickets"

static void draw() {
  erase();
  mvprintw(0, 0, "desk on port %d", 7710);
  mvprintw(2, 0, "visitors %ld", visitors);
  move(3, 0);
  printw("bytes    %ld", bytes);
  mvprintw(4, 0, "tickets  %ld", tickets);
  refresh();
}

static void serve(int client) {
  char piece[512];
  ssize_t n = ::recv(client, piece, sizeof piece, 0);
  if (n <= 0)
    return;
  bytes += n;
  visitors++;
  const std::string answer = "ticket " + std::to_string(++tickets) + "\n";
  ::send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
}

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7710);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 16);
  initscr();
  std::atexit([] { endwin(); });
  for (;;) {
    draw();
    int client = ::accept(listener, nullptr, nullptr);
    if (client < 0)
      continue;
    serve(client);
    ::close(client);
  }
}
