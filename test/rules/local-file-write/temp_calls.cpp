// Temporary files whose end lies in other functions: guards that move, callers two levels up.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#define ENTRY [[clang::annotate("factor6::entry_point")]]
namespace fs = std::filesystem;

class Scratch {
public:
  explicit Scratch(std::string path) : path_(std::move(path)) {}
  Scratch(Scratch &&other) noexcept : path_(std::exchange(other.path_, {})) {}
  Scratch &operator=(Scratch &&) = delete;
  ~Scratch() {
    if (!path_.empty())
      ::unlink(path_.c_str());
  }
  const std::string &path() const { return path_; }

private:
  std::string path_;
};

static Scratch makeScratch(int id) {
  Scratch scratch("/tmp/scratch-" + std::to_string(id));
  std::ofstream out(scratch.path());
  out << id;
  return scratch;
}

static void parse(int id) {
  if (id < 0)
    throw std::invalid_argument("negative");
}
static void parseDeeply(int id) {
  if (id != 7)
    parse(id);
}

static void fill(const char *path, int id) {
  std::FILE *file = std::fopen(path, "w"); // finding: local-file-write error
  std::fprintf(file, "%d", id);
  std::fclose(file);
}
static void tidyUp(const char *path) noexcept { std::remove(path); }
static void tidyUpTwice(const char *path) noexcept { tidyUp(path); }

// --- kept: the writes are in fill() --------------------------------------

ENTRY int keepWhenDeepCalleeThrows(int id) {
  fill("/tmp/deep.txt", id);
  parseDeeply(id);
  tidyUp("/tmp/deep.txt");
  return id;
}

ENTRY int keepSecond(int id) {
  std::ofstream first("/tmp/first.txt");
  first << id;
  std::ofstream second("/tmp/second.txt"); // finding: local-file-write error
  second << id;
  fs::remove("/tmp/first.txt");
  return id;
}

ENTRY int keepOnContinue(int id) {
  int sum = 0;
  for (int i = 0; i < id; ++i) {
    std::string path = "/tmp/loop-" + std::to_string(i);
    std::ofstream out(path); // finding: local-file-write error
    out << i;
    if (i % 3 == 0)
      continue;
    sum += i;
    fs::remove(path);
  }
  return sum;
}

// --- removed ---------------------------------------------------------------

ENTRY int guardMoves(int id) {
  Scratch scratch = makeScratch(id);
  parse(id);
  return static_cast<int>(fs::file_size(scratch.path()));
}

ENTRY int guardInHeap(int id) {
  auto scratch = std::make_unique<Scratch>("/tmp/heap-" + std::to_string(id));
  std::ofstream out(scratch->path());
  out << id;
  parse(id);
  return id;
}

ENTRY int guardInOptional(int id) {
  std::optional<Scratch> scratch;
  if (id > 3) {
    scratch.emplace("/tmp/optional-" + std::to_string(id));
    std::ofstream out(scratch->path());
    out << id;
    parse(id);
  }
  return id;
}

static int convert(const std::string &path, int id) {
  std::ofstream out(path);
  out << id;
  parse(id);
  return id;
}
ENTRY int callerCatches(int id) {
  int result = 0;
  std::string path = "/tmp/caught.txt";
  try {
    result = convert(path, id);
  } catch (const std::invalid_argument &) {
    result = -1;
  }
  tidyUpTwice(path.c_str());
  return result;
}

ENTRY int severalAtOnce(int id) {
  std::vector<std::string> paths;
  for (int i = 0; i < id; ++i) {
    paths.push_back("/tmp/several-" + std::to_string(i));
    std::ofstream(paths.back()) << i;
  }
  int n = static_cast<int>(paths.size());
  for (const auto &path : paths)
    fs::remove(path);
  return n;
}

void serve(int (*handler)(int));
int main() { serve(guardMoves); }
