// Simple-Web-Server: functions in a table of paths and methods; a handler class around the server.
#include <atomic>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <server_http.hpp>
#include <string>
#include <thread>
#include <vector>

using HttpServer = SimpleWeb::Server<SimpleWeb::HTTP>;
using Response = std::shared_ptr<HttpServer::Response>;
using Request = std::shared_ptr<HttpServer::Request>;

static int served = 0;                           // finding: mutable-global error "served"
static int failures = 0;                         // finding: mutable-global error "failures"
static std::map<std::string, std::string> notes; // finding: static-cache error "notes"
static std::vector<std::string> kinds;           // near-miss: filled before serving
static std::mutex lock;                          // near-miss: synchronisation

static void list(Response response, Request request) {
  std::lock_guard<std::mutex> hold(lock);
  auto found = notes.find(request->path_match[1]);
  response->write(found == notes.end() ? kinds.front() : found->second);
}

class Site {
public:
  explicit Site(unsigned short port) {
    server_.config.port = port;
    server_.config.address = "0.0.0.0";
    server_.resource["^/hit$"]["POST"] = std::bind(&Site::hit, this, std::placeholders::_1, std::placeholders::_2);
    server_.default_resource["GET"] = [this](Response response, Request request) { missing(response, request); };
    server_.on_error = [](Request, const SimpleWeb::error_code &) { ++failures; };
  }
  HttpServer &server() { return server_; }

private:
  void hit(Response response, Request) { response->write(std::to_string(++hits_)); }
  void missing(Response response, Request request) {
    last_ = request->path;
    response->write(last_ + std::to_string(failures));
    response->send([this](const SimpleWeb::error_code &error) {
      if (error)
        broken_.push_back(error.message());
    });
    response->write(broken_.empty() ? "" : broken_.back());
  }

  HttpServer server_;               // near-miss: the server
  std::atomic<int> hits_{0};        // finding: handler-state error "hits_"
  std::string last_;                // near-miss: written before it is read
  std::vector<std::string> broken_; // finding: handler-state|static-cache error "broken_"
};

int main() {
  kinds.push_back("none");
  Site site(8080);
  HttpServer &server = site.server();
  int port = 0;   // near-miss: learnt at start-up
  server.resource["^/notes/([a-z]+)$"]["GET"] = list;
  server.resource["^/notes/([a-z]+)$"]["POST"] = [](Response response, Request request) {
    std::lock_guard<std::mutex> hold(lock);
    notes[request->path_match[1]] = request->content.string();
    response->write("kept");
  };
  server.resource["^/upload$"]["POST"] = [](Response response, Request request) {
    std::ofstream out("/var/lib/site/upload"); // finding: upload-to-disk error
    out << request->content.rdbuf();
    response->write("kept");
  };
  server.resource["^/served$"]["GET"] = [](Response response, Request) {
    std::string text = std::to_string(++served); // near-miss: the request's own
    response->write(text);
  };
  std::thread serving([&server, &port] { server.start([&port](unsigned short given) { port = given; }); });
  serving.join();
}
