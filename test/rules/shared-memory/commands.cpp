// A command that looks at a board in shared memory instead of serving shares nothing with requests.
// The server's own board is the finding.
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <httplib.h>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

struct Board {
  long visitors;
};

static int reset() {
  int fd = ::shm_open("/desk-board", O_CREAT | O_RDWR, 0600); // near-miss: no server runs
  if (fd < 0 || ::ftruncate(fd, sizeof(Board)) != 0)
    return 1;
  void *memory = ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (memory == MAP_FAILED)
    return 1;
  std::printf("were %ld\n", static_cast<Board *>(memory)->visitors);
  std::memset(memory, 0, sizeof(Board));
  ::munmap(memory, sizeof(Board));
  ::close(fd);
  return 0;
}

static Board *openBoard() {
  int fd = ::shm_open("/desk-board", O_CREAT | O_RDWR, 0600); // finding: shared-memory error
  if (fd < 0 || ::ftruncate(fd, sizeof(Board)) != 0)
    return nullptr;
  void *memory = ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  ::close(fd);
  return memory == MAP_FAILED ? nullptr : static_cast<Board *>(memory);
}

int main(int argc, char **argv) {
  const std::string command = argc > 1 ? argv[1] : "serve";
  if (command == "reset")
    return reset();
  Board *board = openBoard();
  if (!board)
    return 1;
  httplib::Server server;
  server.Get("/", [board](const httplib::Request &, httplib::Response &res) {
    res.set_content("visitor " + std::to_string(__atomic_add_fetch(&board->visitors, 1, __ATOMIC_SEQ_CST)), "text/plain");
  });
  return server.listen("0.0.0.0", 8080) ? 0 : 1;
}
