// Smart pointers whose deleter knows which file to remove.
#include <cstdio>
#include <cstdlib>
#include <httplib.h>
#include <memory>
#include <string>
#include <unistd.h>

struct Discard {
  std::string name;
  void operator()(FILE *f) const {
    std::fclose(f);
    ::unlink(name.c_str());
  }
};
struct Close {
  std::string name;
  void operator()(FILE *f) const { std::fclose(f); }
};
struct DiscardOther {
  std::string name;
  explicit DiscardOther(const std::string &n) : name(n + ".bak") {}
  void operator()(FILE *f) const {
    std::fclose(f);
    ::unlink(name.c_str());
  }
};

static bool check(const std::string &text) {
  const std::string path = "/tmp/check-" + std::to_string(::getpid());
  std::unique_ptr<FILE, Discard> f(std::fopen(path.c_str(), "w"), Discard{path});
  if (!f)
    return false;
  return std::fwrite(text.data(), 1, text.size(), f.get()) == text.size();
}
static void keep(const std::string &text) {
  const std::string path = "/srv/spool/kept-" + text;
  std::unique_ptr<FILE, Close> f(std::fopen(path.c_str(), "w"), Close{path}); // finding: local-file-write error
  std::fwrite(text.data(), 1, text.size(), f.get());
}
static void other(const std::string &text) {
  const std::string path = "/srv/spool/other-" + text;
  std::unique_ptr<FILE, DiscardOther> f(std::fopen(path.c_str(), "w"), DiscardOther(path)); // finding: local-file-write error
  std::fwrite(text.data(), 1, text.size(), f.get());
}

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &req, httplib::Response &res) {
    const std::string id = req.get_param_value("id");
    res.status = check(id) ? 200 : 500;
    keep(id);
    other(id);
  });
  server.listen("0.0.0.0", 8080);
}
