// Temporary files with POSIX and stdio calls: kept on some path, or removed on all.
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define ENTRY [[clang::annotate("factor6::entry_point")]]

struct Order {
  int id;
  double total;
  bool urgent;
};

static bool render(int fd, const Order &order) {
  std::string text = std::to_string(order.id) + " " + std::to_string(order.total);
  return ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
}
static bool print(const char *path, const Order &order) {
  return order.total > 0 && ::access(path, R_OK) == 0;
}
static std::string tempName(const Order &order) { return "/tmp/order-" + std::to_string(order.id); }

// --- kept ---------------------------------------------------------------

ENTRY bool keepOnEarlyReturn(const Order &order) {
  std::string path = tempName(order);
  int fd = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600); // finding: local-file-write error
  if (fd < 0)
    return false;
  bool good = render(fd, order);
  ::close(fd);
  if (!good)
    return false;
  print(path.c_str(), order);
  ::unlink(path.c_str());
  return true;
}

ENTRY bool keepWhenUrgent(const Order &order) {
  char path[] = "/tmp/urgentXXXXXX";
  int fd = ::mkstemp(path); // finding: local-file-write error
  render(fd, order);
  ::close(fd);
  bool good = print(path, order);
  if (!order.urgent)
    ::unlink(path);
  return good;
}

ENTRY bool keepAlways(const Order &order) {
  char path[] = "/tmp/orderXXXXXX";
  int fd = ::mkstemp(path); // finding: local-file-write error
  bool good = render(fd, order) && print(path, order);
  ::close(fd);
  return good;
}

ENTRY bool keepOther(const Order &order) {
  std::string path = tempName(order);
  std::string other = path + ".bak";
  std::FILE *file = std::fopen(path.c_str(), "w"); // finding: local-file-write error
  std::fprintf(file, "%d", order.id);
  std::fclose(file);
  return std::remove(other.c_str()) == 0; // NOLINT: what the wrong name hits is not the point
}

ENTRY bool keepInSwitch(const Order &order) {
  std::FILE *file = std::fopen("/tmp/switch.txt", "w"); // finding: local-file-write error
  std::fputs("order", file);
  std::fclose(file);
  switch (order.id % 3) {
  case 0:
    std::remove("/tmp/switch.txt");
    return true;
  case 1:
    return false;
  default:
    std::remove("/tmp/switch.txt");
    return false;
  }
}

struct CloseOnly {
  void operator()(std::FILE *file) const { std::fclose(file); }
};
ENTRY bool keepBehindClose(const Order &order) {
  std::unique_ptr<std::FILE, CloseOnly> file(std::fopen("/tmp/closed.txt", "w")); // finding: local-file-write error
  return std::fprintf(file.get(), "%d", order.id) > 0;
}

ENTRY bool keepDirectory(const Order &order) {
  char directory[] = "/tmp/workXXXXXX";
  if (!::mkdtemp(directory)) // finding: local-file-write error
    return false;
  return order.total > 0;
}

ENTRY bool keepRenamed(const Order &order) {
  std::string path = tempName(order);
  int fd = ::open((path + ".new").c_str(), O_CREAT | O_WRONLY | O_EXCL, 0600);
  if (fd < 0)
    return false;
  render(fd, order);
  ::close(fd);
  return std::rename((path + ".new").c_str(), ("/var/spool/orders/" + std::to_string(order.id)).c_str()) == 0; // finding: local-file-write error
}

static std::FILE *startReport(const char *path) {
  return std::fopen(path, "w"); // finding: local-file-write error
}
ENTRY bool keepInCaller(const Order &order) {
  std::FILE *report = startReport("/tmp/report.txt");
  std::fprintf(report, "%f", order.total);
  std::fclose(report);
  if (order.urgent)
    return true;
  std::remove("/tmp/report.txt");
  return true;
}

ENTRY int keepInLoop(const Order &order) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    std::FILE *file = std::fopen("/tmp/attempt.txt", "w"); // finding: local-file-write error
    std::fprintf(file, "%d", order.id);
    std::fclose(file);
    if (print("/tmp/attempt.txt", order))
      return attempt;
    std::remove("/tmp/attempt.txt");
  }
  return -1;
}

// --- removed ------------------------------------------------------------

ENTRY bool removeOnAllPaths(const Order &order) {
  std::string path = tempName(order);
  int fd = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
  if (fd < 0)
    return false;
  bool good = render(fd, order);
  ::close(fd);
  if (!good) {
    ::unlink(path.c_str());
    return false;
  }
  print(path.c_str(), order);
  ::unlink(path.c_str());
  return true;
}

ENTRY bool unlinkAtOnce(const Order &order) {
  char path[] = "/tmp/scratchXXXXXX";
  int fd = ::mkstemp(path);
  if (fd < 0)
    return false;
  ::unlink(path);
  bool good = render(fd, order);
  ::close(fd);
  return good;
}

ENTRY bool anonymousFile(const Order &order) {
  std::FILE *file = std::tmpfile();
  if (!file)
    return false;
  std::fprintf(file, "%d", order.id);
  std::rewind(file);
  int id = 0;
  bool good = std::fscanf(file, "%d", &id) == 1;
  std::fclose(file);
  return good;
}

ENTRY bool nameless(const Order &order) {
  int fd = ::open("/var/tmp", O_TMPFILE | O_RDWR, 0600);
  bool good = render(fd, order);
  ::close(fd);
  return good;
}

ENTRY bool inMemory(const Order &order) {
  int fd = ::memfd_create("order", 0);
  bool good = render(fd, order);
  ::close(fd);
  return good;
}

ENTRY bool gotoCleanUp(const Order &order) {
  bool good = false;
  char path[] = "/tmp/gotoXXXXXX";
  int fd = ::mkstemp(path);
  if (fd < 0)
    return false;
  if (!render(fd, order))
    goto out;
  if (!print(path, order))
    goto out;
  good = true;
out:
  ::close(fd);
  ::unlink(path);
  return good;
}

ENTRY bool oneExit(const Order &order) {
  bool good = false;
  std::FILE *file = std::fopen("/tmp/one-exit.txt", "w");
  if (!file)
    return false;
  do {
    if (std::fprintf(file, "%d", order.id) < 0)
      break;
    if (order.urgent)
      break;
    good = true;
  } while (false);
  std::fclose(file);
  std::remove("/tmp/one-exit.txt");
  return good;
}

static void discard(std::FILE *file, const char *path) {
  std::fclose(file);
  std::remove(path);
}
ENTRY bool calleeRemoves(const Order &order) {
  std::string path = tempName(order) + ".callee";
  std::FILE *file = std::fopen(path.c_str(), "w");
  if (!file)
    return false;
  if (std::fprintf(file, "%d", order.id) < 0) {
    discard(file, path.c_str());
    return false;
  }
  discard(file, path.c_str());
  return true;
}

struct Unlinker {
  void operator()(const char *path) const { ::unlink(path); }
};
ENTRY bool deleterRemoves(const Order &order) {
  std::string path = tempName(order) + ".deleter";
  std::unique_ptr<const char, Unlinker> guard(path.c_str());
  int fd = ::open(path.c_str(), O_CREAT | O_WRONLY, 0600);
  if (fd < 0 || order.urgent)
    return false;
  bool good = render(fd, order);
  ::close(fd);
  return good;
}

ENTRY bool switchFallsOut(const Order &order) {
  int result = 0;
  std::FILE *file = std::fopen("/tmp/switch-out.txt", "w");
  std::fputs("order", file);
  std::fclose(file);
  switch (order.id % 3) {
  case 0:
    result = 1;
    break;
  case 1:
    result = 2;
    break;
  default:
    break;
  }
  ::unlink("/tmp/switch-out.txt");
  return result != 0;
}

ENTRY bool renamedThenRemoved(const Order &order) {
  std::string first = tempName(order) + ".first", second = tempName(order) + ".second";
  std::FILE *file = std::fopen(first.c_str(), "w");
  std::fprintf(file, "%d", order.id);
  std::fclose(file);
  std::rename(first.c_str(), second.c_str());
  bool good = print(second.c_str(), order);
  std::remove(second.c_str());
  return good;
}

ENTRY bool loopRemoves(const Order &order) {
  int good = 0;
  for (int part = 0; part < order.id; ++part) {
    std::string path = "/tmp/part-" + std::to_string(part);
    std::FILE *file = std::fopen(path.c_str(), "wb");
    if (!file)
      continue;
    std::fprintf(file, "%d", part);
    std::fclose(file);
    good += print(path.c_str(), order);
    std::remove(path.c_str());
  }
  return good > 0;
}

void serve(bool (*handler)(const Order &));
int main() { serve(keepAlways); }
