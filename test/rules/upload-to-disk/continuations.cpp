// C++ REST SDK: the body reaches the callable that goes on when it has arrived.
// packages: libcpprest-dev
#include <cpprest/http_client.h>
#include <cpprest/http_listener.h>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <vector>

using web::http::http_request;
using web::http::experimental::listener::http_listener;
using web::http::methods;
using codes = web::http::status_codes;
using Bytes = std::vector<unsigned char>;

static bool storeUpload(const std::string &name, const Bytes &bytes) {
  const std::string path = "/srv/pictures/" + name;
  int fd = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0644); // finding: upload-to-disk error
  ssize_t written = ::write(fd, bytes.data(), bytes.size());
  ::close(fd);
  return written == static_cast<ssize_t>(bytes.size());
}
static bool storeCount(const std::string &name, size_t count) {
  const std::string path = "/srv/counts/" + name, text = std::to_string(count);
  int fd = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0644); // finding: local-file-write error
  ssize_t written = ::write(fd, text.data(), text.size());
  ::close(fd);
  return written > 0;
}
static bool storeCopy(const std::string &name, const Bytes &bytes) {
  const std::string path = "/srv/copies/" + name;
  int fd = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0644); // finding: local-file-write error
  ssize_t written = ::write(fd, bytes.data(), bytes.size());
  ::close(fd);
  return written == static_cast<ssize_t>(bytes.size());
}

class Pictures {
public:
  explicit Pictures(const std::string &origin) : origin(origin) {}
  void post(http_request request) const {
    auto name = request.relative_uri().path();
    request.extract_vector().then([request, name](const Bytes &picture) {
      bool ok = !picture.empty() && storeUpload(name, picture) && storeCount(name, picture.size());
      request.reply(ok ? codes::Created : codes::BadRequest);
    });
  }
  // What another server answers is no upload.
  void refresh(http_request request) {
    auto name = request.relative_uri().path();
    origin.request(methods::GET, name)
        .then([](web::http::http_response answer) { return answer.extract_vector(); })
        .then([request, name](const Bytes &picture) {
          request.reply(storeCopy(name, picture) ? codes::OK : codes::BadRequest);
        });
  }

private:
  web::http::client::http_client origin;
};

int main(int argc, char **argv) {
  Pictures pictures(argc > 1 ? argv[1] : "http://origin");
  http_listener listener("http://0.0.0.0:8080");
  listener.support(methods::POST, [&pictures](http_request request) { pictures.post(request); });
  listener.support(methods::PUT, [&pictures](http_request request) { pictures.refresh(request); });
  listener.open().wait();
  for (;;)
    ;
}
