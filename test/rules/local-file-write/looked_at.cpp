// Opened for reading and writing, only read; and written after all.
// packages: libcpp-httplib-dev
#include <cstdio>
#include <fstream>
#include <httplib.h>
#include <string>

static void rewrite(std::fstream &file) { file << "x"; }

int main() {
  httplib::Server server;
  server.Get("/read", [](const httplib::Request &, httplib::Response &res) {
    std::fstream plain("/usr/share/a.txt");
    std::fstream flags("/usr/share/b.txt", std::ios::in | std::ios::out | std::ios::binary);
    std::string line, word;
    std::getline(plain, line);
    flags >> word;
    std::FILE *text = std::fopen("/usr/share/c.txt", "r+");
    std::FILE *binary = std::fopen("/usr/share/d.txt", "rb+");
    char buffer[64] = "";
    if (text && binary && std::fgets(buffer, sizeof buffer, text))
      std::fread(buffer, 1, 1, binary);
    std::fclose(text);
    std::fclose(binary);
    res.set_content(line + word + buffer, "text/plain");
  });
  server.Get("/write", [](const httplib::Request &req, httplib::Response &) {
    std::fstream plain("/var/data/a.txt"); // finding: local-file-write error
    plain << req.path;
    std::fstream passed("/var/data/b.txt"); // finding: local-file-write error
    rewrite(passed);
    std::fstream captured("/var/data/c.txt"); // finding: local-file-write error
    auto later = [&] { captured << req.path; };
    later();
    std::fstream emptied("/var/data/d.txt", std::ios::in | std::ios::out | std::ios::trunc); // finding: local-file-write error
    std::FILE *text = std::fopen("/var/data/e.txt", "r+"); // finding: local-file-write error
    std::fputs("e", text);
    std::fclose(text);
    std::FILE *fresh = std::fopen("/var/data/f.txt", "w+"); // finding: local-file-write error
    std::fclose(fresh);
  });
  server.listen("0.0.0.0", 8080);
}
