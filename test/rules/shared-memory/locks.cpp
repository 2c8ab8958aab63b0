// Advisory locks on files as a queue between sibling processes.
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

#define ENTRY [[clang::annotate("factor6::entry_point")]]

ENTRY bool withFcntl(int id) {
  int fd = ::open("/run/lock/orders", O_RDWR); struct flock range{}; range.l_type = F_WRLCK; bool held = ::fcntl(fd, F_SETLKW, &range) == 0; // finding: shared-memory error
  ::close(fd);
  return held && id > 0;
}

ENTRY bool withLockf(int id) {
  int fd = ::open("/run/lock/prices", O_RDWR); bool held = ::lockf(fd, F_LOCK, 0) == 0; // finding: shared-memory error
  ::close(fd);
  return held && id > 0;
}

ENTRY int withoutLock(int id) {
  int fd = ::open("/usr/share/shop/numbers", O_RDONLY);
  int flags = ::fcntl(fd, F_GETFL);
  ::fcntl(fd, F_SETFD, FD_CLOEXEC);
  char digit = '0';
  ssize_t n = ::read(fd, &digit, 1);
  ::close(fd);
  return n > 0 ? digit + flags + id : 0;
}

void serve(bool (*handler)(int));
int main() { serve(withFcntl); }
