// POSIX and System V sharing with sibling processes, and what looks like it.
// packages: libcpp-httplib-dev
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <httplib.h>
#include <semaphore.h>
#include <string>
#include <sys/file.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <unistd.h>

struct Board {
  int hits;
  char last[64];
};

static Board *openBoard() {
  int fd = ::shm_open("/shop-board", O_CREAT | O_RDWR, 0600); // finding: shared-memory error
  if (::ftruncate(fd, sizeof(Board)) != 0)
    std::abort();
  void *memory = ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  ::close(fd);
  return static_cast<Board *>(memory);
}

static int *forkedCounter() {
  return static_cast<int *>(::mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)); // finding: shared-memory error
}

static const char *mapDictionary() {
  int fd = ::open("/usr/share/shop/words", O_RDONLY);
  void *memory = ::mmap(nullptr, 4096, PROT_READ, MAP_SHARED, fd, 0);
  ::close(fd);
  return static_cast<const char *>(memory);
}

static void lockPidFile() {
  int fd = ::open("/run/shop.pid", O_CREAT | O_RDWR, 0644);
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0)
    std::exit(1);
  std::string pid = std::to_string(::getpid());
  (void)!::write(fd, pid.data(), pid.size());
}

int main() {
  lockPidFile();
  Board *board = openBoard();
  int *counter = forkedCounter();
  const char *words = mapDictionary();
  ::fork();
  httplib::Server server;
  server.Post("/hit", [board, counter](const httplib::Request &req, httplib::Response &res) {
    board->hits++;
    std::strncpy(board->last, req.path.c_str(), sizeof board->last - 1);
    ++*counter;
    res.set_content(std::to_string(board->hits + *counter), "text/plain");
  });
  server.Post("/guarded", [](const httplib::Request &, httplib::Response &res) {
    sem_t *gate = ::sem_open("/shop-gate", O_CREAT, 0600, 1); // finding: shared-memory error
    ::sem_wait(gate);
    res.status = 204;
    ::sem_post(gate);
    ::sem_close(gate);
  });
  server.Post("/sysv", [](const httplib::Request &req, httplib::Response &) {
    int segment = ::shmget(0x5150, 4096, IPC_CREAT | 0600); // finding: shared-memory error
    auto *text = static_cast<char *>(::shmat(segment, nullptr, 0));
    std::strncpy(text, req.path.c_str(), 4095);
    ::shmdt(text);
    int semaphores = ::semget(0x5151, 1, IPC_CREAT | 0600); // finding: shared-memory error
    sembuf take{0, -1, 0};
    ::semop(semaphores, &take, 1);
    int queue = ::msgget(0x5152, IPC_CREAT | 0600); // finding: shared-memory error
    struct {
      long type;
      char text[8];
    } message{1, "hit"};
    ::msgsnd(queue, &message, sizeof message.text, 0);
  });
  server.Post("/locked", [](const httplib::Request &, httplib::Response &res) {
    int fd = ::open("/run/lock/shop.lock", O_CREAT | O_RDWR, 0644), locked = ::flock(fd, LOCK_EX); // finding: shared-memory error
    res.status = locked == 0 ? 200 : 503;
    ::close(fd);
  });
  server.Post("/ram", [](const httplib::Request &req, httplib::Response &) {
    std::ofstream out("/dev/shm/shop-last"); // finding: shared-memory error
    out << req.params.size();
  });
  server.Get("/word", [words](const httplib::Request &, httplib::Response &res) {
    void *scratch = ::mmap(nullptr, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    std::memcpy(scratch, words, 16);
    res.set_content(static_cast<char *>(scratch), 16, "text/plain");
    ::munmap(scratch, 65536);
  });
  server.listen("0.0.0.0", 8080);
}
