// muduo's classes written anew without namespaces: users by number, and what goes with the connections.
#include <functional>
#include <mutex>
#include <mymuduo.h>
#include <string>
#include <unordered_map>

class ChatServer {
public:
  ChatServer(EventLoop *loop, const InetAddress &address) : server_(loop, address, "chat") {
    server_.setConnectionCallback([this](const TcpConnectionPtr &connection) { onConnection(connection); });
    server_.setMessageCallback(std::bind(&ChatServer::onMessage, this, std::placeholders::_1, std::placeholders::_2,
                                         std::placeholders::_3));
    server_.setThreadNum(4);
  }
  void start() { server_.start(); }

private:
  void onConnection(const TcpConnectionPtr &connection) {
    std::lock_guard<std::mutex> hold(lock_);
    if (!connection->connected())
      greeted_.erase(connection);
  }
  void onMessage(const TcpConnectionPtr &connection, Buffer *buffer, Timestamp) {
    std::string text = buffer->retrieveAllAsString();
    std::lock_guard<std::mutex> hold(lock_);
    greeted_[connection] = true;
    int user = std::stoi(text);
    auto other = users_.find(user);
    if (other != users_.end())
      other->second->send(text);
    else
      users_.insert({user, connection});
  }

  TcpServer server_;                                    // near-miss: the server
  std::mutex lock_;                                     // near-miss: synchronisation
  std::unordered_map<int, TcpConnectionPtr> users_;     // finding: session-in-process|handler-state error "users_"
  std::unordered_map<TcpConnectionPtr, bool> greeted_;  // near-miss: each connection's own
};

int main() {
  EventLoop loop;
  ChatServer server(&loop, InetAddress(6000));
  server.start();
  loop.loop();
}
