// Simple-Web-Server: what it calls when a request fails or is upgraded, and once when it starts.
#include <map>
#include <memory>
#include <server_http.hpp>
#include <string>
#include <vector>

using HttpServer = SimpleWeb::Server<SimpleWeb::HTTP>;
using Request = std::shared_ptr<HttpServer::Request>;

static std::map<std::string, int> failures; // finding: static-cache|session-in-process error "failures"
static std::string motto;                   // near-miss: set before serving

class Site {
public:
  explicit Site(unsigned short port) {
    server_.config.port = port;
    server_.config.address = "10.0.0.9"; // near-miss: listens there
    server_.on_error = [this](Request request, const SimpleWeb::error_code &error) {
      std::string path = request->path; // near-miss: the request's own
      if (++failures[path] > 3)
        last_ = path + motto + error.message();
      request->content >> said_;
      told_.push_back(last_ + said_);
    };
    server_.on_upgrade = [this](std::unique_ptr<SimpleWeb::HTTP> &, Request) { ++upgrades_; };
  }
  int upgrades() const { return upgrades_; }
  void start() {
    server_.start([this](unsigned short port) { port_ = port; });
  }

private:
  HttpServer server_;             // near-miss: the server
  int port_ = 0;                  // near-miss: learnt at start-up
  std::string last_;              // finding: handler-state error "last_"
  std::string said_;              // near-miss: overwritten before it is read
  std::vector<std::string> told_; // finding: handler-state|static-cache error "told_"
  int upgrades_ = 0;              // near-miss: asked when serving has ended
};

int main() {
  motto = "sorry";
  Site site(8080);
  site.start();
  return site.upgrades();
}
