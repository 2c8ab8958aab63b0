// Temporary files with streams and std::filesystem, exceptions and guards.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#define ENTRY [[clang::annotate("factor6::entry_point")]]
namespace fs = std::filesystem;

struct Picture {
  int width;
  int height;
  std::vector<int> pixels;
};

static void check(const Picture &picture) {
  if (picture.width <= 0)
    throw std::runtime_error("no width");
}
static int area(const Picture &picture) noexcept { return picture.width * picture.height; }
static void dump(std::ostream &out, const Picture &picture) {
  for (int pixel : picture.pixels)
    out << pixel << ' ';
}
static fs::path scratchPath(const char *name) { return fs::temp_directory_path() / name; }

class RemoveGuard {
public:
  explicit RemoveGuard(fs::path path) : path_(std::move(path)) {}
  ~RemoveGuard() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  RemoveGuard(const RemoveGuard &) = delete;

private:
  fs::path path_;
};

class DismissableGuard {
public:
  explicit DismissableGuard(fs::path path) : path_(std::move(path)) {}
  ~DismissableGuard() {
    if (armed_)
      fs::remove(path_);
  }
  void dismiss() { armed_ = false; }

private:
  fs::path path_;
  bool armed_ = true;
};

template <typename F> class ScopeExit {
public:
  explicit ScopeExit(F f) : f_(std::move(f)) {}
  ~ScopeExit() { f_(); }

private:
  F f_;
};

class TempFile {
public:
  explicit TempFile(const char *name) : path_(scratchPath(name)), out_(path_) {}
  ~TempFile() {
    out_.close();
    fs::remove(path_);
  }
  std::ostream &out() { return out_; }
  const fs::path &path() const { return path_; }

private:
  fs::path path_;
  std::ofstream out_;
};

// --- kept ---------------------------------------------------------------

ENTRY int keepOnThrow(const Picture &picture) {
  std::ofstream out("/tmp/throw.raw"); // finding: local-file-write error
  dump(out, picture);
  out.close();
  if (picture.height <= 0)
    throw std::runtime_error("no height");
  int n = area(picture);
  std::remove("/tmp/throw.raw");
  return n;
}

ENTRY int keepWhenCalleeThrows(const Picture &picture) {
  std::ofstream out("/tmp/callee-throws.raw"); // finding: local-file-write error
  dump(out, picture);
  out.close();
  check(picture);
  fs::remove("/tmp/callee-throws.raw");
  return area(picture);
}

ENTRY int keepOnSuccess(const Picture &picture) {
  std::ofstream out("/tmp/catch-only.raw"); // finding: local-file-write error
  try {
    dump(out, picture);
    check(picture);
  } catch (const std::exception &) {
    fs::remove("/tmp/catch-only.raw");
    throw;
  }
  return area(picture);
}

ENTRY int keepWhenDismissed(const Picture &picture) {
  fs::path path = scratchPath("dismissed.raw");
  DismissableGuard guard(path);
  std::ofstream out(path); // finding: local-file-write error
  dump(out, picture);
  guard.dismiss();
  return area(picture);
}

ENTRY int keepDirectory(const Picture &picture) {
  fs::path directory = scratchPath("frames");
  fs::create_directory(directory); // finding: local-file-write error
  return area(picture);
}

ENTRY int keepCopy(const Picture &picture) {
  fs::copy_file("/usr/share/frames/empty.raw", "/tmp/frame.raw"); // finding: local-file-write error
  return area(picture);
}

static std::string writePreview(const Picture &picture) {
  std::string path = "/tmp/preview-" + std::to_string(area(picture)) + ".txt";
  std::ofstream out(path); // finding: local-file-write error
  dump(out, picture);
  return path;
}
ENTRY std::string keepReturned(const Picture &picture) { return writePreview(picture); }

ENTRY int keepMoved(const Picture &picture) {
  fs::path path = scratchPath("moved.tmp");
  {
    std::ofstream out(path);
    dump(out, picture);
  }
  fs::rename(path, "/srv/pictures/latest.raw"); // finding: local-file-write error
  return area(picture);
}

ENTRY int keepWhenBig(const Picture &picture) {
  std::string path = "/tmp/big.raw";
  std::ofstream out;
  out.open(path, std::ios::binary); // finding: local-file-write error
  dump(out, picture);
  out.close();
  if (area(picture) < 1000000)
    fs::remove(path);
  return area(picture);
}

ENTRY int keepInLambda(const Picture &picture) {
  auto save = [&picture](const char *path) {
    std::ofstream out(path); // finding: local-file-write error
    dump(out, picture);
  };
  save("/tmp/lambda.raw");
  return area(picture);
}

// --- removed ------------------------------------------------------------

ENTRY int guardRemoves(const Picture &picture) {
  fs::path path = scratchPath("guarded.raw");
  RemoveGuard guard(path);
  std::ofstream out(path);
  dump(out, picture);
  check(picture);
  return area(picture);
}

ENTRY int scopeExitRemoves(const Picture &picture) {
  std::string path = "/tmp/scope-exit.raw";
  ScopeExit clean([&path] { std::remove(path.c_str()); });
  std::ofstream out(path);
  dump(out, picture);
  if (picture.height <= 0)
    throw std::runtime_error("no height");
  return area(picture);
}

ENTRY int tempFileObject(const Picture &picture) {
  TempFile file("object.raw");
  dump(file.out(), picture);
  check(picture);
  return static_cast<int>(fs::file_size(file.path()));
}

ENTRY int catchAndRethrow(const Picture &picture) {
  std::ofstream out("/tmp/rethrow.raw");
  try {
    dump(out, picture);
    check(picture);
  } catch (...) {
    fs::remove("/tmp/rethrow.raw");
    throw;
  }
  fs::remove("/tmp/rethrow.raw");
  return area(picture);
}

ENTRY int sharedDeleter(const Picture &picture) {
  std::string path = "/tmp/shared-deleter.raw";
  std::shared_ptr<void> clean(nullptr, [path](void *) { std::remove(path.c_str()); });
  std::ofstream(path) << picture.width;
  check(picture);
  return area(picture);
}

static std::string makeScratch(const Picture &picture) {
  std::string path = "/tmp/scratch-" + std::to_string(area(picture)) + ".raw";
  std::ofstream out(path);
  dump(out, picture);
  return path;
}
ENTRY int callerRemoves(const Picture &picture) {
  std::string path = makeScratch(picture);
  RemoveGuard guard(path);
  check(picture);
  return area(picture);
}

ENTRY int directoryRemoved(const Picture &picture) {
  fs::path directory = scratchPath("work");
  RemoveGuard guard(directory);
  fs::create_directories(directory / "a");
  std::ofstream out(directory / "a" / "frame.raw");
  dump(out, picture);
  check(picture);
  return area(picture);
}

ENTRY int bothBranches(const Picture &picture) {
  std::ofstream out("/tmp/both.raw");
  dump(out, picture);
  out.close();
  if (area(picture) > 100) {
    fs::remove("/tmp/both.raw");
    return 1;
  } else {
    std::error_code error;
    fs::remove("/tmp/both.raw", error);
    return 0;
  }
}

ENTRY int returnBeforeCreation(const Picture &picture) {
  if (picture.pixels.empty())
    return 0;
  std::string path = "/tmp/before.raw";
  std::ofstream out(path);
  dump(out, picture);
  std::string label = path + " of " + std::to_string(area(picture));
  fs::remove(path);
  return static_cast<int>(label.size());
}

ENTRY int libraryMayThrow(const Picture &picture) {
  std::ofstream out("/tmp/library.raw");
  dump(out, picture);
  std::vector<int> copy(picture.pixels);
  int n = std::stoi(std::to_string(copy.size()));
  fs::remove("/tmp/library.raw");
  return n;
}

ENTRY int cleanLambda(const Picture &picture) {
  std::string path = "/tmp/clean-lambda.raw";
  auto clean = [&path] { fs::remove(path); };
  std::ofstream out(path);
  dump(out, picture);
  if (picture.width == 0) {
    clean();
    return 0;
  }
  clean();
  return area(picture);
}

ENTRY int remembersParts(const Picture &picture) {
  fs::path directory = scratchPath("parts");
  fs::create_directory(directory);
  for (int i = 0; i < picture.height; ++i)
    std::ofstream(directory / std::to_string(i)) << picture.width;
  int n = area(picture);
  fs::remove_all(directory);
  return n;
}

void serve(const std::function<int(const Picture &)> &handler);
int main() { serve(keepInLambda); }
