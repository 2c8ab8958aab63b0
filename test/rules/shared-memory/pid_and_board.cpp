// A server of several processes: main locks a pid file at start-up, which shares nothing, and maps a
// board that all of its children write on, which does.
#include <atomic>
#include <cstdio>
#include <fcntl.h>
#include <netinet/in.h>
#include <new>
#include <string>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct Board {
  std::atomic<long> answered{0};
};

static bool lockPid(const char *path) {
  int fd = ::open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0 || ::flock(fd, LOCK_EX | LOCK_NB) != 0) // near-miss: one server at a time
    return false;
  const std::string number = std::to_string(::getpid()) + "\n";
  return ::ftruncate(fd, 0) == 0 && ::write(fd, number.data(), number.size()) > 0;
}

static int listenAt(uint16_t port) {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  if (::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 || ::listen(listener, 64) != 0)
    return -1;
  return listener;
}

static void serve(int listener, Board *board) {
  for (;;) {
    int client = ::accept(listener, nullptr, nullptr);
    if (client < 0)
      continue;
    char piece[512];
    if (::recv(client, piece, sizeof piece, 0) > 0) {
      const std::string answer = "you are number " + std::to_string(++board->answered) + "\n";
      ::send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
    }
    ::close(client);
  }
}

int main(int argc, char **argv) {
  if (!lockPid(argc > 1 ? argv[1] : "/run/numbers.pid")) {
    std::fprintf(stderr, "runs already\n");
    return 1;
  }
  void *memory = ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0); // finding: shared-memory
  if (memory == MAP_FAILED)
    return 1;
  auto *board = new (memory) Board;
  int listener = listenAt(7690);
  if (listener < 0)
    return 1;
  for (int child = 0; child < 4; ++child)
    if (::fork() == 0) {
      serve(listener, board);
      ::_exit(0);
    }
  while (::wait(nullptr) > 0) {
  }
}
