// A file mapped for all processes of this machine; private mappings beside it.
#include <arpa/inet.h>
#include <cstdlib>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

struct Table {
  long rows;
};

static Table *mapTable(const char *path) {
  int fd = ::open(path, O_RDWR);
  void *memory = ::mmap(nullptr, sizeof(Table), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0); // finding: shared-memory error
  ::close(fd);
  return static_cast<Table *>(memory);
}
static const Table *mapPrivately(const char *path) {
  int fd = ::open(path, O_RDONLY);
  void *memory = ::mmap(nullptr, sizeof(Table), PROT_READ, MAP_PRIVATE, fd, 0);
  ::close(fd);
  return static_cast<const Table *>(memory);
}

static Table *table = nullptr;
static const Table *defaults = nullptr;
static sem_t slots;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

[[clang::annotate("factor6::entry_point")]] std::string addRow(long id) {
  ::sem_wait(&slots);
  pthread_mutex_lock(&lock);
  table->rows += 1;
  long rows = table->rows + defaults->rows + id;
  pthread_mutex_unlock(&lock);
  ::sem_post(&slots);
  return std::to_string(rows);
}

void serve(std::string (*handler)(long));

int main() {
  table = mapTable("/var/lib/shop/table");
  defaults = mapPrivately("/usr/share/shop/table");
  ::sem_init(&slots, 0, 8);
  serve(addRow);
}
