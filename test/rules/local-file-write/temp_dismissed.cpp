// Guards that are told, on some path only, to leave the file where it is.
// packages: libcpp-httplib-dev
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <utility>

namespace fs = std::filesystem;

template <class F> class Finally {
public:
  explicit Finally(F f) : f_(std::move(f)) {}
  ~Finally() {
    if (armed_)
      f_();
  }
  Finally(const Finally &) = delete;
  Finally &operator=(const Finally &) = delete;
  void dismiss() { armed_ = false; }

private:
  F f_;
  bool armed_ = true;
};

struct Remover {
  std::string path;
  bool armed = false;
  explicit Remover(std::string p) : path(std::move(p)) {}
  ~Remover() {
    if (armed)
      ::unlink(path.c_str());
  }
  void arm() { armed = true; }
};

struct Discard {
  void operator()(std::string *path) const {
    if (path) {
      ::unlink(path->c_str());
      delete path;
    }
  }
};
using Name = std::unique_ptr<std::string, Discard>;

static std::string scratch(const std::string &name) { return "/var/tmp/" + name; }
static void check(const std::string &text) {
  if (text.empty())
    throw std::runtime_error("empty");
}

static void onOneBranch(const std::string &text, bool archive) {
  const std::string path = scratch("print");
  Finally cleanup([&] { std::remove(path.c_str()); });
  std::ofstream(path) << text; // finding: local-file-write error "print"
  check(text);
  if (archive)
    cleanup.dismiss();
}
static void onNoBranch(const std::string &text) {
  const std::string path = scratch("sheet");
  Finally cleanup([&] { std::remove(path.c_str()); });
  std::ofstream(path) << text;
  check(text);
}
static void afterMove(const std::string &text) {
  const std::string path = scratch("part");
  Finally cleanup([&] { std::remove(path.c_str()); });
  std::ofstream(path) << text;
  check(text);
  if (text.size() > 100)
    return;
  fs::rename(path, "/srv/prints/whole"); // finding: local-file-write error "moves into place"
  cleanup.dismiss();
}
static void flagSetOutside(const std::string &text) {
  const std::string path = scratch("outside");
  Remover guard(path);
  guard.armed = true;
  std::ofstream(path) << text; // finding: local-file-write error "outside"
  if (text.size() > 100)
    guard.armed = false;
}
static void armedLater(const std::string &text) {
  const std::string path = scratch("later");
  Remover guard(path);
  guard.arm();
  std::ofstream(path) << text;
  check(text);
}

static Name create(const char *suffix, int *fd) {
  const char *dir = std::getenv("TMPDIR");
  auto path = std::make_unique<std::string>(std::string(dir ? dir : "/tmp") + "/font-XXXXXX" + suffix);
  *fd = ::mkstemps(path->data(), 4);
  if (*fd < 0)
    throw std::runtime_error("no scratch file");
  return Name(path.release());
}
static void throughPointer(const std::string &text) {
  int fd = -1;
  Name name = create(".ttf", &fd);
  ssize_t written = ::write(fd, text.data(), text.size());
  ::close(fd);
  if (written < 0)
    throw std::runtime_error("full");
}
static void releasedOnOneBranch(const std::string &text) {
  auto path = std::make_unique<std::string>("/srv/spool/kept-XXXXXX");
  int fd = ::mkstemp(path->data()); // finding: local-file-write error "kept"
  Name name(path.release());
  ssize_t written = ::write(fd, text.data(), text.size());
  ::close(fd);
  if (written > 10)
    name.release();
}

int main() {
  httplib::Server server;
  server.Post("/", [](const httplib::Request &req, httplib::Response &) {
    const std::string text = req.get_param_value("text");
    onOneBranch(text, req.has_param("archive"));
    onNoBranch(text);
    afterMove(text);
    flagSetOutside(text);
    armedLater(text);
    throughPointer(text);
    releasedOnOneBranch(text);
  });
  server.listen("0.0.0.0", 8080);
}
