// Opened by main for a monitor, used by no request: warning.
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct Info {
  int pid;
  int version;
};

static void publishInfo() {
  int fd = ::shm_open("/shop-info", O_CREAT | O_RDWR, 0644); // finding: shared-memory warning
  if (::ftruncate(fd, sizeof(Info)) != 0)
    return;
  auto *info = static_cast<Info *>(::mmap(nullptr, sizeof(Info), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0));
  info->pid = ::getpid();
  info->version = 3;
  ::munmap(info, sizeof(Info));
  ::close(fd);
}

[[clang::annotate("factor6::entry_point")]] std::string answer(int id) { return std::to_string(id); }

void serve(std::string (*handler)(int));
int main() {
  publishInfo();
  serve(answer);
}
