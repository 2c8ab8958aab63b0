// Every way to change the local file system, once.
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;

static std::ofstream journal;
static std::FILE *ledger = nullptr;

static void appendLine(const std::string &path, int id) {
  std::ofstream out(path, std::ios::app); // finding: local-file-write error
  out << id << '\n';
}

static void putText(const char *path, const char *text) {
  std::FILE *file = std::fopen(path, "w"); // finding: local-file-write error
  if (!file)
    return;
  std::fputs(text, file);
  std::fclose(file);
}

int main() {
  journal.open("/var/lib/orders/journal");
  ledger = std::fopen("/var/lib/orders/ledger", "a");
  httplib::Server server;
  server.Post("/stdio", [](const httplib::Request &req, httplib::Response &) {
    int id = static_cast<int>(req.params.size());
    std::FILE *file = std::fopen("/var/lib/orders/last", "w+"); // finding: local-file-write error
    std::fprintf(file, "%d", id);
    std::fputc('\n', file);
    std::fclose(file);
    std::FILE *list = std::fopen("/var/lib/orders/list", "ab"); // finding: local-file-write error
    std::fwrite(&id, sizeof id, 1, list);
    std::fclose(list);
    putText("/var/lib/orders/state", "open");
  });
  server.Post("/posix", [](const httplib::Request &req, httplib::Response &) {
    char digit = static_cast<char>('0' + req.params.size());
    int fd = ::open("/var/lib/orders/raw", O_WRONLY | O_CREAT | O_APPEND, 0644); // finding: local-file-write error
    (void)!::write(fd, &digit, 1);
    ::close(fd);
    int other = ::creat("/var/lib/orders/other", 0644); // finding: local-file-write error
    (void)!::write(other, &digit, 1);
    ::close(other);
    ::mkdir("/var/lib/orders/day", 0755);                // finding: local-file-write error
    (void)!::truncate("/var/lib/orders/full", 0);        // finding: local-file-write error
    ::unlink("/var/lib/orders/oldest");                  // finding: local-file-write error
    ::chmod("/var/lib/orders/shared", 0600);             // finding: local-file-write error
    (void)!::symlink("/var/lib/orders/day", "/var/lib/orders/today"); // finding: local-file-write error
    std::rename("/var/lib/orders/in", "/var/lib/orders/out"); // finding: local-file-write error
  });
  server.Post("/streams", [](const httplib::Request &req, httplib::Response &) {
    std::ofstream out("/var/lib/orders/stream"); // finding: local-file-write error
    out << req.params.size();
    std::fstream both("/var/lib/orders/both", std::ios::in | std::ios::out); // finding: local-file-write error
    both.seekp(0);
    both << req.params.size();
    appendLine("/var/lib/orders/lines", static_cast<int>(req.params.size()));
    journal << req.params.size() << std::endl; // finding: local-file-write error
    std::fprintf(ledger, "%zu\n", req.params.size()); // finding: local-file-write error
  });
  server.Post("/filesystem", [](const httplib::Request &req, httplib::Response &) {
    fs::path base = "/var/lib/orders";
    fs::create_directories(base / std::to_string(req.params.size())); // finding: local-file-write error
    fs::copy_file(base / "template", base / "copy");                  // finding: local-file-write error
    fs::rename(base / "copy2", base / "moved");                       // finding: local-file-write error
    fs::resize_file(base / "grown", 4096);                            // finding: local-file-write error
    fs::remove(base / "stale");                                       // finding: local-file-write error
    fs::permissions(base / "secret", fs::perms::owner_read);          // finding: local-file-write error
  });
  server.listen("0.0.0.0", 8080);
}
