// An interface with a local implementation; file system wrappers; a stream opened at start-up.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <iostream>
#include <memory>
#include <string>

namespace fs = std::filesystem;

struct Storage {
  virtual ~Storage() = default;
  virtual void save(const std::string &name, const std::string &text) = 0;
  virtual void drop(const std::string &name) = 0;
};
class LocalStorage : public Storage {
public:
  explicit LocalStorage(fs::path root) : root_(std::move(root)) { fs::create_directories(root_); }
  void save(const std::string &name, const std::string &text) override {
    std::ofstream out;
    out.open(root_ / name, std::ios::binary); // finding: local-file-write error
    out << text;
  }
  void drop(const std::string &name) override {
    fs::remove(root_ / name); // finding: local-file-write error "removes"
  }

private:
  fs::path root_;
};

namespace util {
bool ensureDir(const fs::path &dir) {
  std::error_code ec;
  return fs::exists(dir) || fs::create_directory(dir, ec); // finding: local-file-write error "creates"
}
} // namespace util

class Audit {
public:
  explicit Audit(const std::string &path) : out_(path, std::ios::app) {}
  void note(const std::string &line) {
    out_ << line << '\n'; // finding: local-file-write error
    out_.flush();
  }

private:
  std::ofstream out_;
};

static std::FILE *journal = nullptr;
static void record(const std::string &line) {
  std::fprintf(journal, "%s\n", line.c_str()); // finding: local-file-write error
}

// A stream of main that helpers get as a parameter, and one that a smart pointer holds.
static void book(std::ostream &, const std::string &) {}
static void enter(std::FILE *ledger, const std::string &line) {
  std::fputs(line.c_str(), ledger); // finding: local-file-write error "ledger"
}
struct CloseFile {
  void operator()(std::FILE *f) const { std::fclose(f); }
};
class Trace {
public:
  explicit Trace(const char *path) : file_(std::fopen(path, "a")) {}
  void add(const std::string &line) {
    std::fputs(line.c_str(), file_.get()); // finding: local-file-write error
  }

private:
  std::unique_ptr<std::FILE, CloseFile> file_;
};

int main() {
  std::FILE *ledger = std::fopen("/var/lib/shop/ledger", "a");
  Trace trace("/var/lib/shop/trace");
  journal = std::fopen("/var/lib/shop/journal", "a");
  Audit audit("/var/lib/shop/audit.log");
  std::unique_ptr<Storage> storage = std::make_unique<LocalStorage>("/var/lib/shop/files");
  httplib::Server server;
  server.Put("/file", [&](const httplib::Request &req, httplib::Response &) {
    const std::string id = req.get_param_value("id");
    util::ensureDir("/var/lib/shop/tenants/" + id);
    storage->save(id, req.get_param_value("text"));
    audit.note(id);
    record(id);
    enter(ledger, id);
    book(std::cout, id);
    trace.add(id);
  });
  server.Delete("/file", [&](const httplib::Request &req, httplib::Response &) { storage->drop(req.get_param_value("id")); });
  server.listen("0.0.0.0", 8080);
}
