// Locks and mappings, opened at start-up or by requests.
#include <fcntl.h>
#include <httplib.h>
#include <semaphore.h>
#include <string>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <unistd.h>

class Lock {
public:
  explicit Lock(const char *path) : fd_(::open(path, O_RDWR | O_CREAT, 0600)) {
    ::flock(fd_, LOCK_EX); // finding: shared-memory error
  }
  ~Lock() {
    ::flock(fd_, LOCK_UN);
    ::close(fd_);
  }

private:
  int fd_;
};

static void counted() {
  struct flock l {};
  int fd = ::open("/var/lib/shop/count", O_RDWR);
  l.l_type = F_WRLCK;
  ::fcntl(fd, F_SETLKW, &l); // finding: shared-memory error
  ::close(fd);
}
static int flags(int fd) { return ::fcntl(fd, F_GETFL); }

static const char *table() {
  int fd = ::open("/usr/share/shop/table.bin", O_RDONLY);
  void *p = ::mmap(nullptr, 4096, PROT_READ, MAP_SHARED, fd, 0);
  ::close(fd);
  return static_cast<const char *>(p);
}
static unsigned *counter() {
  int fd = ::open("/var/lib/shop/counter.bin", O_RDWR | O_CREAT, 0600);
  void *p = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0); // finding: shared-memory error
  ::close(fd);
  return static_cast<unsigned *>(p);
}

static void pidFile() {
  int fd = ::open("/run/shop.pid", O_RDWR | O_CREAT, 0600);
  if (::lockf(fd, F_TLOCK, 0) != 0)
    ::_exit(1);
}

int main() {
  pidFile();
  const char *shipped = table();
  unsigned *count = counter();
  sem_t *gate = sem_open("/shop-gate", O_CREAT, 0600, 1); // finding: shared-memory error
  httplib::Server server;
  server.Get("/", [=](const httplib::Request &, httplib::Response &res) {
    Lock lock("/var/lib/shop/lock");
    sem_wait(gate);
    ++*count;
    sem_post(gate);
    counted();
    res.status = 200 + shipped[0] + flags(0);
  });
  server.listen("0.0.0.0", 8080);
}
