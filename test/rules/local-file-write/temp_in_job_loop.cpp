// Loops in main that make a temporary file for each job: gone at the end of each turn, or kept when
// something is the matter.
#include <cstdlib>
#include <fstream>
#include <hiredis/hiredis.h>
#include <iterator>
#include <memory>
#include <netinet/in.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

// Removes its file when it goes.
class TempFile {
public:
  TempFile() {
    fd_ = ::mkstemp(path_); // near-miss: removed by the destructor
    if (fd_ < 0)
      throw std::runtime_error("no temporary file");
  }
  ~TempFile() {
    ::close(fd_);
    ::unlink(path_);
  }
  TempFile(const TempFile &) = delete;
  TempFile &operator=(const TempFile &) = delete;
  bool write(const std::string &text) { return ::write(fd_, text.data(), text.size()) == static_cast<ssize_t>(text.size()); }
  std::string read() const {
    std::ifstream in(path_); // near-miss: this turn wrote it
    return {std::istreambuf_iterator<char>(in), {}};
  }
  const char *path() const { return path_; }

private:
  char path_[32] = "/tmp/sortXXXXXX";
  int fd_;
};

static bool sortLines(const char *path) { return std::system(("sort -o " + std::string(path) + " " + path).c_str()) == 0; }

static std::string receive(int client) {
  std::string text;
  char piece[4096];
  for (ssize_t n; (n = ::recv(client, piece, sizeof piece, 0)) > 0;)
    text.append(piece, static_cast<size_t>(n));
  return text;
}

// --- removed only under a condition ---------------------------------------

static void sortQueued() {
  redisContext *queue = redisConnect(std::getenv("REDIS_HOST"), 6379);
  for (;;) {
    auto *job = static_cast<redisReply *>(redisCommand(queue, "BRPOPLPUSH unsorted sorting 0"));
    if (!job)
      break;
    char path[] = "/tmp/queuedXXXXXX";
    int fd = ::mkstemp(path); // finding: local-file-write error
    ssize_t written = ::write(fd, job->str, job->len);
    ::close(fd);
    if (written == static_cast<ssize_t>(job->len) && sortLines(path)) {
      std::ifstream in(path);
      const std::string sorted{std::istreambuf_iterator<char>(in), {}};
      freeReplyObject(redisCommand(queue, "RPUSH sorted %b", sorted.data(), sorted.size()));
      ::unlink(path);
    }
    freeReplyObject(job);
  }
  redisFree(queue);
}

int main() {
  std::thread queued(sortQueued);
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7660);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 16);
  for (;;) {
    int client = ::accept(listener, nullptr, nullptr);
    if (client < 0)
      continue;
    TempFile lines;
    if (!lines.write(receive(client))) {
      ::close(client);
      continue;
    }
    if (sortLines(lines.path())) {
      const std::string sorted = lines.read();
      ::send(client, sorted.data(), sorted.size(), MSG_NOSIGNAL);
    }
    ::close(client);
  }
}
