// Simple-WebSocket-Server: an endpoint by reference and by subscript; what a connection keeps, and what all of them share.
#include <map>
#include <memory>
#include <mutex>
#include <server_ws.hpp>
#include <string>
#include <thread>
#include <vector>

using WsServer = SimpleWeb::SocketServer<SimpleWeb::WS>;
using Connection = std::shared_ptr<WsServer::Connection>;
using Message = std::shared_ptr<WsServer::InMessage>;

struct Draft {
  std::string text;
};

static std::map<Connection, Draft> drafts;        // near-miss: each connection's own, gone with it
static std::map<std::string, Connection> online;  // finding: session-in-process error "online"
static std::vector<std::string> history;          // finding: static-cache error "history"
static std::mutex lock;                           // near-miss: synchronisation
static std::string greeting;                      // near-miss: set before serving

int main(int argc, char **argv) {
  WsServer server;
  server.config.port = 8080;
  server.config.address = "0.0.0.0";
  greeting = argc > 1 ? argv[1] : "hello";
  int joined = 0; // finding: handler-state error "joined"

  auto &chat = server.endpoint["^/chat/([a-z]+)$"];
  chat.on_open = [&joined](Connection connection) {
    std::lock_guard<std::mutex> hold(lock);
    online[connection->path_match[1]] = connection;
    drafts[connection] = Draft();
    connection->send(greeting + " " + std::to_string(++joined));
  };
  chat.on_message = [&chat](Connection connection, Message message) {
    std::lock_guard<std::mutex> hold(lock);
    Draft &draft = drafts[connection];
    draft.text += message->string();
    if (draft.text.back() != '\n')
      return;
    for (auto &other : chat.get_connections())
      other->send(draft.text);
    draft.text.clear();
  };
  chat.on_close = [](Connection connection, int, const std::string &) {
    std::lock_guard<std::mutex> hold(lock);
    online.erase(connection->path_match[1]);
    drafts.erase(connection);
  };
  chat.on_error = [](Connection connection, const SimpleWeb::error_code &) {
    std::lock_guard<std::mutex> hold(lock);
    drafts.erase(connection);
  };
  server.endpoint["^/history$"].on_message = [](Connection connection, Message message) {
    std::lock_guard<std::mutex> hold(lock);
    std::string text = message->string(); // near-miss: the message's own
    history.push_back(text);
    connection->send(history[history.size() / 2], [text](const SimpleWeb::error_code &) {});
  };
  server.endpoint["^/tell/([a-z]+)$"].on_message = [](Connection connection, Message message) {
    std::lock_guard<std::mutex> hold(lock);
    auto other = online.find(connection->path_match[1]);
    if (other != online.end())
      other->second->send(message->string());
  };
  std::thread serving([&server] { server.start(); });
  serving.join();
}
