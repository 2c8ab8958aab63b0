// Mappings and locks that stay within one process, or share what was shipped.
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <pthread.h>
#include <semaphore.h>
#include <shared_mutex>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define ENTRY [[clang::annotate("factor6::entry_point")]]

static std::shared_mutex table_lock;
static pthread_rwlock_t old_lock = PTHREAD_RWLOCK_INITIALIZER;
static sem_t slots;

ENTRY std::string scratch(int id) {
  void *memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  std::memset(memory, id, 16);
  std::string text(static_cast<char *>(memory), 16);
  ::munmap(memory, 4096);
  return text;
}

ENTRY std::string shipped(int id) {
  int fd = ::open("/usr/share/shop/index", O_RDONLY);
  struct stat info {};
  ::fstat(fd, &info);
  void *memory = ::mmap(nullptr, static_cast<size_t>(info.st_size), PROT_READ, MAP_SHARED, fd, 0);
  ::close(fd);
  std::string text(static_cast<const char *>(memory) + id, 1);
  ::munmap(memory, static_cast<size_t>(info.st_size));
  return text;
}

ENTRY std::string copied(int id) {
  int fd = ::open("/usr/share/shop/index", O_RDONLY);
  auto *memory = static_cast<char *>(::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0));
  ::close(fd);
  memory[0] = static_cast<char>(id);
  std::string text(memory, 4);
  ::munmap(memory, 4096);
  return text;
}

ENTRY std::string guarded(int id) {
  std::shared_lock<std::shared_mutex> hold(table_lock);
  pthread_rwlock_rdlock(&old_lock);
  ::sem_wait(&slots);
  ::sem_post(&slots);
  pthread_rwlock_unlock(&old_lock);
  return std::to_string(id);
}

void serve(std::string (*handler)(int));
int main() {
  ::sem_init(&slots, 0, 4);
  serve(scratch);
}
