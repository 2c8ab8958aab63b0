// Seasocks: one handler for all connections of a WebSocket, and one for pages.
#include <cstdlib>
#include <map>
#include <memory>
#include <seasocks.h>
#include <set>
#include <string>
#include <vector>

using seasocks::Request;
using seasocks::Response;
using seasocks::Server;
using seasocks::WebSocket;

class Chat : public WebSocket::Handler {
public:
  explicit Chat(std::string motto) : motto_(std::move(motto)) {}
  void onConnect(WebSocket *connection) override {
    everyone_.insert(connection);
    connection->send(motto_);
  }
  void onData(WebSocket *connection, const char *data) override {
    std::string text = connection->credentials()->username + ": " + data; // near-miss: the message's own
    for (auto *other : everyone_)
      other->send(text);
    if (text.back() == '?')
      connection->send(lines_.front());
    lines_.push_back(text);
  }
  void onDisconnect(WebSocket *connection) override { everyone_.erase(connection); }

private:
  std::string motto_;               // near-miss: set at start-up
  std::set<WebSocket *> everyone_;  // finding: handler-state error "everyone_"
  std::vector<std::string> lines_;  // finding: handler-state error "lines_"
};

class Meter : public WebSocket::Handler {
public:
  void onConnect(WebSocket *connection) override { begun_[connection] = ""; }
  void onData(WebSocket *connection, const char *data) override {
    std::string &begun = begun_[connection];
    begun += data;
    if (begun.back() != '\n')
      return;
    value_ += std::atoi(begun.c_str());
    connection->send(std::to_string(value_));
    begun.clear();
  }
  void onDisconnect(WebSocket *connection) override { begun_.erase(connection); }

private:
  std::map<WebSocket *, std::string> begun_; // near-miss: each connection's own
  int value_ = 0;                            // finding: handler-state error "value_"
};

static int pages = 0; // finding: mutable-global error "pages"

class Pages : public seasocks::PageHandler {
public:
  std::shared_ptr<Response> handle(const Request &request) override {
    if (request.getRequestUri() != "/pages")
      return Response::unhandled();
    return Response::textResponse(std::to_string(++pages));
  }
};

int main(int argc, char **argv) {
  Server server(std::make_shared<seasocks::PrintfLogger>());
  server.addPageHandler(std::make_shared<Pages>());
  server.addWebSocketHandler("/chat", std::make_shared<Chat>(argc > 1 ? argv[1] : "welcome"));
  auto meter = std::make_shared<Meter>();
  server.addWebSocketHandler("/meter", meter);
  server.serve("web", 9090);
}
