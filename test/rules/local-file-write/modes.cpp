// A wrapper that gets the open mode from its callers; a call that only asks.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <string>

namespace fs = std::filesystem;

class Table {
public:
  explicit Table(const std::string &path) : path_(path) { load(); }
  int load() {
    std::fstream file;
    int n = 0;
    if (open(path_, file, std::fstream::in))
      file >> n;
    return n;
  }
  void store(int n) {
    std::fstream file;
    if (open(path_, file, std::fstream::out))
      file << n;
  }
  int next() {
    int n = load() + 1;
    store(n);
    return n;
  }

private:
  bool open(const std::string &path, std::fstream &file, std::fstream::openmode mode) {
    file.open(path, mode); // finding: local-file-write error, local-file-read error
    return file.is_open();
  }
  std::string path_;
};

static FILE *openLegend(const char *path, const char *mode) { return std::fopen(path, mode); }
static int legend() {
  FILE *f = openLegend("/usr/share/map/legend.txt", "r");
  int c = f ? std::fgetc(f) : 0;
  if (f)
    std::fclose(f);
  return c;
}

static long age(const std::string &name) {
  std::error_code ec;
  const fs::path path = "/usr/share/map/" + name;
  auto t = fs::last_write_time(path, ec);
  return (fs::last_write_time(path) - t).count();
}
static void touch(const std::string &name) {
  fs::last_write_time("/srv/map/" + name, fs::file_time_type::clock::now()); // finding: local-file-write error
}

int main() {
  Table table("/var/lib/map/count");
  httplib::Server server;
  server.Get("/", [&](const httplib::Request &req, httplib::Response &res) {
    const std::string id = req.get_param_value("id");
    res.status = 200 + legend() + static_cast<int>(age(id)) + table.next();
    touch(id);
  });
  server.listen("0.0.0.0", 8080);
}
