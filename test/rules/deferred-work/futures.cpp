// std::async whose future outlives the request.
#include <cstdlib>
#include <future>
#include <httplib.h>
#include <memory>
#include <string>
#include <thread>
#include <vector>

static void archive(const std::string &text) {
  httplib::Client client(std::getenv("ARCHIVE_URL"));
  client.Post("/documents", text, "text/plain");
}

static std::vector<std::future<void>> running; // the calls are the findings

class Archiver {
public:
  void add(const std::string &text) {
    last_ = std::async(std::launch::async, archive, text); // finding: deferred-work error
  }

private:
  std::future<void> last_;
};

// A thread of its own in a member that lives on, and a future that is leaked.
class Mailer {
public:
  ~Mailer() {
    for (auto &thread : threads_)
      thread.join();
  }
  void send(const std::string &text) {
    threads_.emplace_back([text] { archive(text); }); // finding: deferred-work error
  }
  static void leak(const std::string &text) {
    new std::future<void>(std::async(std::launch::async, archive, text)); // finding: deferred-work error
  }

private:
  std::vector<std::thread> threads_;
};

int main() {
  Archiver archiver;
  Mailer mailer;
  httplib::Server server;
  server.Post("/archive", [&archiver](const httplib::Request &req, httplib::Response &res) {
    running.push_back(std::async(std::launch::async, archive, req.body)); // finding: deferred-work error
    archiver.add(req.path);
    res.status = 202;
  });
  server.Post("/mail", [&mailer](const httplib::Request &req, httplib::Response &res) {
    mailer.send(req.body);
    Mailer::leak(req.path);
    res.status = 202;
  });
  server.Post("/direct", [](const httplib::Request &req, httplib::Response &res) {
    auto done = std::async(std::launch::async, archive, req.body);
    done.wait();
    res.status = 201;
  });
  server.listen("0.0.0.0", 8080);
}
