// A notes service that answers from files that earlier requests left on this machine.
// packages: libcpp-httplib-dev
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <sstream>
#include <string>
#include <unistd.h>

namespace fs = std::filesystem;
static const char *const kCounter = "/var/lib/notes/counter";
static const fs::path kFolder = "/var/lib/notes/items";

static std::string notePath(const std::string &id) { return "/var/lib/notes/text/" + id + ".txt"; }

class Drafts {
public:
  explicit Drafts(std::string file) : file_(std::move(file)) {}
  void save(int n) const {
    std::ofstream out(file_); // finding: local-file-write error
    out << n;
  }
  int load() const {
    std::ifstream in(file_); // finding: local-file-read error
    int n = 0;
    in >> n;
    return n;
  }

private:
  std::string file_;
};

static std::string slurp(const std::string &path) {
  std::ifstream in(path); // finding: local-file-read error
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

int main() {
  Drafts drafts("/var/lib/notes/draft");
  httplib::Server server;
  server.Post("/count", [&drafts](const httplib::Request &req, httplib::Response &) {
    int n = static_cast<int>(req.params.size());
    std::ofstream counter(kCounter); // finding: local-file-write error
    counter << n;
    std::ofstream note(notePath(req.get_param_value("id"))); // finding: local-file-write error
    note << n;
    std::ofstream item(kFolder / req.get_param_value("id")); // finding: local-file-write error
    item << n;
    std::FILE *state = std::fopen("/var/lib/notes/state", "w"); // finding: local-file-write error
    std::fprintf(state, "%d", n);
    std::fclose(state);
    int raw = ::open("/var/lib/notes/raw", O_CREAT | O_WRONLY, 0644); // finding: local-file-write error
    (void)!::write(raw, &n, sizeof n);
    ::close(raw);
    std::ofstream report("/var/lib/notes/reports/today.txt"); // finding: local-file-write error
    report << n;
    drafts.save(n);
  });
  server.Get("/count", [&drafts](const httplib::Request &req, httplib::Response &res) {
    std::ifstream counter(kCounter); // finding: local-file-read error
    int n = 0;
    counter >> n;
    std::string text = slurp(notePath(req.get_param_value("id")));
    for (const auto &entry : fs::directory_iterator(kFolder)) // finding: local-file-read error
      text += entry.path().filename().string();
    char digits[16] = "";
    std::FILE *state = std::fopen("/var/lib/notes/state", "r"); // finding: local-file-read error
    if (state && std::fgets(digits, sizeof digits, state))
      text += digits;
    if (state)
      std::fclose(state);
    int raw = ::open("/var/lib/notes/raw", O_RDONLY); // finding: local-file-read error
    if (::read(raw, &n, sizeof n) > 0)
      text += std::to_string(n);
    ::close(raw);
    DIR *reports = ::opendir("/var/lib/notes/reports"); // finding: local-file-read error
    while (dirent *entry = ::readdir(reports))
      text += entry->d_name;
    ::closedir(reports);
    res.set_content(text + std::to_string(drafts.load()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
