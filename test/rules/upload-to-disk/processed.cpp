// Uploads that are handled in memory, sent on, or processed and removed at once.
// packages: libcpp-httplib-dev
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace fs = std::filesystem;

static std::vector<std::string> rows(const std::string &text) {
  std::istringstream in(text);
  std::vector<std::string> found;
  for (std::string line; std::getline(in, line);)
    found.push_back(line);
  return found;
}

int main() {
  const char *bucket = std::getenv("BUCKET_URL");
  httplib::Server server;
  server.Post("/table", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(std::to_string(rows(req.get_file_value("table").content).size()), "text/plain");
  });
  server.Put("/object", [bucket](const httplib::Request &req, httplib::Response &res) {
    httplib::Client storage(bucket ? bucket : "http://storage");
    auto stored = storage.Put(req.path.c_str(), req.body, "application/octet-stream");
    res.status = stored ? 201 : 502;
  });
  server.Post("/convert", [](const httplib::Request &req, httplib::Response &res) {
    char path[] = "/tmp/convertXXXXXX";
    int fd = ::mkstemp(path);
    ssize_t written = ::write(fd, req.body.data(), req.body.size());
    ::close(fd);
    auto size = fs::file_size(path);
    ::unlink(path);
    res.set_content(std::to_string(size) + std::to_string(written), "text/plain");
  });
  server.Post("/spool", [](const httplib::Request &req, httplib::Response &res) {
    std::FILE *spool = std::tmpfile();
    std::fwrite(req.body.data(), 1, req.body.size(), spool);
    std::rewind(spool);
    int first = std::fgetc(spool);
    std::fclose(spool);
    res.set_content(std::to_string(first), "text/plain");
  });
  server.Post("/size", [](const httplib::Request &req, httplib::Response &) {
    std::ofstream out("/srv/statistics/last-size"); // finding: local-file-write error
    out << req.body.size();
  });
  server.listen("0.0.0.0", 8080);
}
