// Files that programs make: in a directory that goes, and by a name that they are given.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <string>
#include <unistd.h>

namespace fs = std::filesystem;

class WorkDir {
public:
  WorkDir() {
    std::string pattern = (fs::temp_directory_path() / "work-XXXXXX").string();
    dir_ = ::mkdtemp(pattern.data());
  }
  ~WorkDir() {
    std::error_code ec;
    fs::remove_all(dir_, ec);
  }
  fs::path operator/(const char *leaf) const { return dir_ / leaf; }

private:
  fs::path dir_;
};

static int compare() {
  WorkDir work;
  const std::string command = "diff -u " + (work / "a.txt").string() + " " + (work / "b.txt").string() + " > " +
                              (work / "out.diff").string();
  return std::system(command.c_str());
}
static int compareAndKeep(const std::string &id) {
  const std::string command = "diff -u /srv/a.txt /srv/b.txt > /srv/reports/" + id;
  return std::system(command.c_str()); // finding: local-file-write error "/srv/reports/*"
}

class Scratch {
public:
  explicit Scratch(const std::string &ending) : path_("/tmp/scratch-" + std::to_string(::getpid()) + ending) {}
  ~Scratch() { std::remove(path_.c_str()); }
  const std::string &path() const { return path_; }

private:
  std::string path_;
};
static int render() {
  Scratch pdf(".pdf");
  return std::system(("render /usr/share/page.html " + pdf.path()).c_str());
}

// Nobody in this request made the file.
static void forget(const std::string &id) {
  const std::string path = "/srv/reports/" + id + ".pdf";
  if (std::system("render /usr/share/page.html") != 0)
    std::remove(path.c_str()); // finding: local-file-write error "removes"
}

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &req, httplib::Response &res) {
    res.status = 200 + compare() + render();
    forget(req.get_param_value("id"));
    compareAndKeep(req.get_param_value("id"));
  });
  server.listen("0.0.0.0", 8080);
}
