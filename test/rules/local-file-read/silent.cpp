// Shipped files, files written at start-up, one's own temporary, and mere tests.
// packages: libcpp-httplib-dev
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

static std::string read(const fs::path &path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

static void writeMotd() {
  std::ofstream out("/run/notes/motd");
  out << "welcome";
}

static int countWords(int limit) {
  std::string path = "/tmp/words-" + std::to_string(limit);
  {
    std::ofstream out(path);
    for (int i = 0; i < limit; ++i)
      out << i << ' ';
  }
  std::ifstream in(path);
  int words = 0;
  for (std::string word; in >> word;)
    ++words;
  in.close();
  fs::remove(path);
  return words;
}

int main() {
  writeMotd();
  httplib::Server server;
  server.Get("/page", [](const httplib::Request &req, httplib::Response &res) {
    std::string page = read("/usr/share/notes/page.html") + read("/run/notes/motd");
    for (const auto &entry : fs::directory_iterator("/usr/share/notes/fragments"))
      page += read(entry.path());
    res.set_content(page + std::to_string(countWords(static_cast<int>(req.params.size()))), "text/html");
  });
  server.Post("/flag", [](const httplib::Request &req, httplib::Response &) {
    std::ofstream out("/var/lib/notes/flag"); // finding: local-file-write error
    out << req.params.size();
  });
  server.Get("/flag", [](const httplib::Request &, httplib::Response &res) {
    bool there = fs::exists("/var/lib/notes/flag");
    auto size = there ? fs::file_size("/var/lib/notes/flag") : 0;
    res.set_content(std::to_string(size), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
