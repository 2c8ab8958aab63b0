// A temporary file in a function below the handler: left behind on some path, or removed.
// packages: libcpp-httplib-dev
#include <cstdio>
#include <fstream>
#include <httplib.h>
#include <stdexcept>
#include <string>
#include <unistd.h>

// --- kept ---------------------------------------------------------------

static int renderLeaving(const std::string &text) {
  const std::string path = "/tmp/render.svg";
  std::ofstream out(path); // finding: local-file-write error
  out << text;
  out.close();
  if (text.empty())
    return 422;
  ::unlink(path.c_str());
  return 200;
}

static void check(const std::string &text) {
  if (text.empty())
    throw std::runtime_error("empty");
}
static int renderThrowing(const std::string &text) {
  std::FILE *out = std::fopen("/tmp/throwing.svg", "w"); // finding: local-file-write error
  if (!out)
    return 500;
  std::fputs(text.c_str(), out);
  std::fclose(out);
  check(text);
  std::remove("/tmp/throwing.svg");
  return 200;
}

static int renderGoto(const std::string &text) {
  int result = 500;
  char path[] = "/tmp/gotoXXXXXX";
  int fd = ::mkstemp(path); // finding: local-file-write error
  if (fd < 0)
    return 500;
  if (::write(fd, text.data(), text.size()) < 0)
    goto out;
  result = 200;
  ::unlink(path);
out:
  ::close(fd);
  return result;
}

// Removed by one caller, not by the other.
static void draft(const char *path) {
  std::FILE *out = std::fopen(path, "w"); // finding: local-file-write error
  std::fputs("draft", out);
  std::fclose(out);
}
static void draftAndRemove() {
  draft("/tmp/draft.txt");
  std::remove("/tmp/draft.txt");
}
static void draftAndKeep() { draft("/var/drafts/last.txt"); }

// --- removed ------------------------------------------------------------

static int renderClean(const std::string &text) {
  std::FILE *out = std::fopen("/tmp/clean.svg", "w");
  if (!out)
    return 500;
  std::fputs(text.c_str(), out);
  std::fclose(out);
  std::remove("/tmp/clean.svg");
  return 200;
}

static std::string makeName(const std::string &text) {
  char path[] = "/tmp/nameXXXXXX";
  int fd = ::mkstemp(path);
  if (fd < 0)
    return {};
  if (::write(fd, text.data(), text.size()) < 0) {
    ::close(fd);
    ::unlink(path);
    return {};
  }
  ::close(fd);
  return path;
}
static void drop(const std::string &path) {
  if (!path.empty())
    std::remove(path.c_str());
}
static int renderByName(const std::string &text) {
  std::string path = makeName(text);
  if (path.empty())
    return 500;
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  drop(path);
  return static_cast<int>(line.size());
}

int main() {
  httplib::Server server;
  server.Post("/", [](const httplib::Request &req, httplib::Response &res) {
    std::string text = req.get_param_value("text");
    res.status = renderLeaving(text) + renderThrowing(text) + renderGoto(text);
    draftAndRemove();
    draftAndKeep();
  });
  server.Post("/clean", [](const httplib::Request &req, httplib::Response &res) {
    std::string text = req.get_param_value("text");
    res.status = renderClean(text) + renderByName(text);
  });
  // The maker and the remover meet in a generic lambda.
  auto count = [](const auto &req, auto &res) {
    std::string path = makeName(req.path);
    if (path.empty())
      return;
    res.status = static_cast<int>(path.size());
    drop(path);
  };
  server.Get("/count", count);
  server.listen("0.0.0.0", 8080);
}
