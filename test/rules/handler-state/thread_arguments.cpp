// An array of main goes to a thread, which hands it on to the threads of its clients: what these
// change is main's local.
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

constexpr int Tables = 8;

// "sit 3" takes a seat at table 3, "ask 3" tells how many are taken.
static void visit(int client, int *taken) {
  char piece[128];
  for (ssize_t n; (n = ::recv(client, piece, sizeof piece, 0)) > 0;) {
    const std::string line(piece, static_cast<size_t>(n));
    if (line.size() < 5)
      continue;
    const int table = (line[4] - '0') & (Tables - 1);
    if (line.compare(0, 4, "sit ") == 0)
      taken[table]++;
    const std::string answer = std::to_string(taken[table]) + "\n";
    ::send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
  }
  ::close(client);
}

static void acceptAll(int listener, int *taken) {
  for (;;) {
    int client = ::accept(listener, nullptr, nullptr);
    if (client < 0)
      continue;
    std::thread(visit, client, taken).detach();
  }
}

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7640);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 16);
  int taken[Tables] = {}; // finding: handler-state error "taken"
  std::thread accepting(acceptAll, listener, taken);
  accepting.join();
}
