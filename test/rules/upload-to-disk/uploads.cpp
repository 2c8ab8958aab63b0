// Uploaded bodies and parts that end up as files on this machine.
// packages: libcpp-httplib-dev
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <string>
#include <unistd.h>

namespace fs = std::filesystem;

static void store(const std::string &path, const std::string &content) {
  std::ofstream out(path, std::ios::binary); // finding: upload-to-disk error
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
}

class Avatars {
public:
  explicit Avatars(fs::path folder) : folder_(std::move(folder)) {}
  void save(const httplib::MultipartFormData &part) const {
    std::ofstream out(folder_ / part.filename, std::ios::binary); // finding: upload-to-disk error
    out << part.content;
  }

private:
  fs::path folder_;
};

int main() {
  Avatars avatars("/srv/avatars");
  httplib::Server server;
  server.Post("/document", [](const httplib::Request &req, httplib::Response &res) {
    const auto &file = req.get_file_value("document");
    std::ofstream out("/srv/documents/" + file.filename, std::ios::binary); // finding: upload-to-disk error
    out << file.content;
    res.status = 201;
  });
  server.Put("/raw", [](const httplib::Request &req, httplib::Response &res) {
    std::FILE *out = std::fopen("/srv/documents/raw", "wb"); // finding: upload-to-disk error
    std::fwrite(req.body.data(), 1, req.body.size(), out);
    std::fclose(out);
    res.status = 201;
  });
  server.Put("/posix", [](const httplib::Request &req, httplib::Response &res) {
    int fd = ::open("/srv/documents/posix", O_CREAT | O_WRONLY | O_TRUNC, 0644); // finding: upload-to-disk error
    ssize_t written = ::write(fd, req.body.data(), req.body.size());
    ::close(fd);
    res.status = written < 0 ? 500 : 201;
  });
  server.Post("/stored", [](const httplib::Request &req, httplib::Response &) { store("/srv/documents/stored", req.body); });
  server.Post("/avatar", [&avatars](const httplib::Request &req, httplib::Response &) {
    avatars.save(req.get_file_value("avatar"));
  });
  server.Post("/stream", [](const httplib::Request &, httplib::Response &, const httplib::ContentReader &read) {
    std::ofstream out("/srv/documents/stream", std::ios::binary); // finding: upload-to-disk error
    read([&out](const char *data, size_t length) {
      out.write(data, static_cast<std::streamsize>(length));
      return true;
    });
  });
  server.Post("/all", [](const httplib::Request &req, httplib::Response &) {
    for (const auto &[name, part] : req.files) {
      std::ofstream out("/srv/parts/" + name); // finding: upload-to-disk error
      out << part.content;
    }
  });
  server.Post("/failed", [](const httplib::Request &req, httplib::Response &res) {
    std::string path = "/tmp/convert-in";
    std::ofstream out(path); // finding: upload-to-disk error
    out << req.body;
    out.close();
    if (fs::file_size(path) > 1000000) {
      res.status = 413;
      return;
    }
    fs::remove(path);
  });
  server.listen("0.0.0.0", 8080);
}
