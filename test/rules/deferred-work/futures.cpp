// std::async whose future outlives the request.
#include <cstdlib>
#include <future>
#include <httplib.h>
#include <memory>
#include <string>
#include <vector>

static void archive(const std::string &text) {
  httplib::Client client(std::getenv("ARCHIVE_URL"));
  client.Post("/documents", text, "text/plain");
}

static std::vector<std::future<void>> running; // NOLINT: the calls are meant here

class Archiver {
public:
  void add(const std::string &text) {
    last_ = std::async(std::launch::async, archive, text); // finding: deferred-work error
  }

private:
  std::future<void> last_; // NOLINT: the call is meant here
};

int main() {
  Archiver archiver;
  httplib::Server server;
  server.Post("/archive", [&archiver](const httplib::Request &req, httplib::Response &res) {
    running.push_back(std::async(std::launch::async, archive, req.body)); // finding: deferred-work error
    archiver.add(req.path);
    res.status = 202;
  });
  server.Post("/direct", [](const httplib::Request &req, httplib::Response &res) {
    auto done = std::async(std::launch::async, archive, req.body);
    done.wait();
    res.status = 201;
  });
  server.listen("0.0.0.0", 8080);
}
