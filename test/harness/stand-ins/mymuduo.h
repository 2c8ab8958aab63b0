// Stand-in, see README.md: muduo's classes as courses have them written anew, without namespaces.
#pragma once

#include <functional>
#include <memory>
#include <string>

class Timestamp {};
class InetAddress {
public:
  explicit InetAddress(unsigned short port, std::string ip = "127.0.0.1");
};
class Buffer {
public:
  std::string retrieveAllAsString();
};

class TcpConnection : public std::enable_shared_from_this<TcpConnection> {
public:
  const std::string &name() const;
  bool connected() const;
  void send(const std::string &text);
  void shutdown();
};

using TcpConnectionPtr = std::shared_ptr<TcpConnection>;
using ConnectionCallback = std::function<void(const TcpConnectionPtr &)>;
using MessageCallback = std::function<void(const TcpConnectionPtr &, Buffer *, Timestamp)>;

class EventLoop {
public:
  void loop();
};

class TcpServer {
public:
  TcpServer(EventLoop *loop, const InetAddress &address, const std::string &name);
  void setConnectionCallback(const ConnectionCallback &callback);
  void setMessageCallback(const MessageCallback &callback);
  void setThreadNum(int number);
  void start();
};
