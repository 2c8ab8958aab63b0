// muduo: a chat service in a singleton, which the server's callbacks reach.
#include <map>
#include <muduo.h>
#include <mutex>
#include <string>
#include <unordered_map>

using muduo::net::TcpConnectionPtr;

class ChatService {
public:
  using Handler = void (ChatService::*)(const TcpConnectionPtr &, const std::string &);
  static ChatService &instance() {
    static ChatService service;
    return service;
  }
  void handle(const TcpConnectionPtr &conn, const std::string &line) {
    auto it = handlers_.find(line.substr(0, 1));
    if (it != handlers_.end())
      (this->*it->second)(conn, line);
  }
  void gone(const TcpConnectionPtr &conn) {
    std::lock_guard<std::mutex> hold(lock_);
    for (auto it = online_.begin(); it != online_.end(); ++it)
      if (it->second == conn) {
        online_.erase(it);
        break;
      }
  }

private:
  ChatService() {
    handlers_.insert({"l", &ChatService::login});
    handlers_.insert({"t", &ChatService::tell});
  }
  void login(const TcpConnectionPtr &conn, const std::string &line) {
    std::lock_guard<std::mutex> hold(lock_);
    online_.insert({std::stoi(line.substr(1)), conn});
  }
  void tell(const TcpConnectionPtr &, const std::string &line) {
    std::lock_guard<std::mutex> hold(lock_);
    auto it = online_.find(std::stoi(line.substr(1)));
    if (it != online_.end())
      it->second->send(line);
  }

  std::map<std::string, Handler> handlers_;          // near-miss: filled at start-up
  std::unordered_map<int, TcpConnectionPtr> online_; // finding: session-in-process error "online_"
  std::mutex lock_;                                  // near-miss: synchronisation
};

int main() {
  muduo::net::EventLoop loop;
  muduo::net::TcpServer server(&loop, muduo::net::InetAddress(6000), "chat");
  std::string greeting = "hello";
  server.setConnectionCallback([&greeting](const TcpConnectionPtr &conn) {
    if (conn->connected())
      conn->send(greeting);
    else
      ChatService::instance().gone(conn);
  });
  server.setMessageCallback([](const TcpConnectionPtr &conn, muduo::net::Buffer *buffer, long) {
    ChatService::instance().handle(conn, buffer->retrieveAllAsString());
  });
  server.setThreadNum(4);
  server.start();
  loop.loop();
}
