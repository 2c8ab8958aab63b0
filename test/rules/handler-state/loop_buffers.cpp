// A buffer beside a loop that helpers fill, and one that keeps the last
// client's line.
#include <cstdio>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

static long take(int fd, unsigned char *into, unsigned long size) {
  long all = 0;
  while (all < 4) {
    long n = ::recv(fd, into + all, size - static_cast<unsigned long>(all), 0);
    if (n <= 0)
      return 0;
    all += n;
  }
  return all;
}

static void refuse(unsigned char *into) { std::memcpy(into, "no", 2); }

int main() {
  unsigned char bytes[512]; // near-miss: filled before each use
  char before[64] = "nobody"; // finding: handler-state error "before"
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 16);
  while (true) {
    int fd = ::accept(listener, nullptr, nullptr);
    long n = take(fd, bytes, sizeof bytes);
    if (n == 0)
      refuse(bytes);
    ::send(fd, bytes, 2, 0);
    char line[128];
    std::snprintf(line, sizeof line, "before you: %s", before);
    ::send(fd, line, std::strlen(line), 0);
    std::memcpy(before, bytes, 60);
    before[60] = 0;
    ::close(fd);
  }
}
