// A buffer that each request fills before it is used, unless there is nothing to fill it
// with, which never happens.
// reason: that a message always has a body is not known, so one branch leaves the old picture in place
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <string>

class Finder {
public:
  void take(const char *data, size_t size) {
    if (data != nullptr)
      picture_.assign(data, size);
  }
  size_t faces() const { return picture_.size() / 7; }

private:
  std::string picture_; // near-miss: overwritten by each request
};

int main() {
  Finder finder;
  httplib::Server server;
  server.Post("/faces", [&finder](const httplib::Request &req, httplib::Response &res) {
    finder.take(req.body.data(), req.body.size());
    res.set_content(std::to_string(finder.faces()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
