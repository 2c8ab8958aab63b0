// CppServer: sessions live for a connection, servers for the process; a client and a timer beside them.
#include <cppserver.h>
#include <cstdlib>
#include <iostream>
#include <map>
#include <mutex>
#include <string>
#include <vector>

using CppServer::Asio::TCPServer;
using CppServer::Asio::TCPSession;

class Cache {
public:
  static Cache &instance() {
    static Cache cache;
    return cache;
  }
  void put(std::string_view key, std::string_view value) {
    std::scoped_lock hold(lock_);
    entries_[std::string(key)] = value;
  }
  std::string get(std::string_view key) {
    std::scoped_lock hold(lock_);
    auto found = entries_.find(std::string(key));
    return found == entries_.end() ? "" : found->second;
  }

private:
  std::mutex lock_;                            // near-miss: synchronisation
  std::map<std::string, std::string> entries_; // finding: static-cache error "entries_"
};

class CacheSession : public CppServer::HTTP::HTTPSession {
public:
  using CppServer::HTTP::HTTPSession::HTTPSession;

protected:
  void onReceivedRequest(const CppServer::HTTP::HTTPRequest &request) override {
    url_ = request.url();
    ++requests_;
    if (request.method() == "POST") {
      Cache::instance().put(url_, request.body());
      SendResponseAsync(response().MakeOKResponse());
    } else
      SendResponseAsync(response().MakeGetResponse(Cache::instance().get(url_)));
    if (requests_ > 100)
      Disconnect();
  }

private:
  std::string url_;  // near-miss: the connection's own
  int requests_ = 0; // near-miss: the connection's own
};

class CacheServer : public CppServer::HTTP::HTTPServer {
public:
  using CppServer::HTTP::HTTPServer::HTTPServer;

protected:
  std::shared_ptr<TCPSession> CreateSession(const std::shared_ptr<TCPServer> &server) override {
    return std::make_shared<CacheSession>(std::dynamic_pointer_cast<CppServer::HTTP::HTTPServer>(server));
  }
};

class ChatServer : public CppServer::WS::WSServer {
public:
  using CppServer::WS::WSServer::WSServer;
  std::string said(const std::string &text) {
    std::scoped_lock hold(lock_);
    history_.push_back(text);
    return history_[history_.size() / 2];
  }
  void enter(const std::string &user, const std::shared_ptr<TCPSession> &session) {
    std::scoped_lock hold(lock_);
    users_[user] = session;
  }
  void tell(const std::string &user, const std::string &text) {
    std::scoped_lock hold(lock_);
    auto found = users_.find(user);
    if (found != users_.end())
      found->second->SendAsync(text);
  }

protected:
  std::shared_ptr<TCPSession> CreateSession(const std::shared_ptr<TCPServer> &server) override;
  void onStarted() override { motto_ = "welcome"; }

private:
  std::mutex lock_;                                          // near-miss: synchronisation
  std::vector<std::string> history_;                         // finding: handler-state error "history_"
  std::map<std::string, std::shared_ptr<TCPSession>> users_; // finding: session-in-process error "users_"
  std::string motto_;                                        // near-miss: set when it starts
  friend class ChatSession;
};

class ChatSession : public CppServer::WS::WSSession {
public:
  using CppServer::WS::WSSession::WSSession;

protected:
  void onWSConnected(const CppServer::HTTP::HTTPRequest &request) override {
    user_ = request.url();
    chat().enter(user_, shared_from_this());
    SendTextAsync(chat().motto_);
  }
  void onWSReceived(const void *buffer, size_t size) override {
    partial_.append(static_cast<const char *>(buffer), size);
    if (partial_.back() != '\n')
      return;
    chat().MulticastText(chat().said(partial_));
    chat().tell(partial_.substr(0, 4), user_);
    partial_.clear();
  }
  void onWSDisconnected() override { std::cout << user_ << " left\n"; }

private:
  ChatServer &chat() { return *std::dynamic_pointer_cast<ChatServer>(server()); }
  std::string user_;    // near-miss: the connection's own
  std::string partial_; // near-miss: the connection's own
};

std::shared_ptr<TCPSession> ChatServer::CreateSession(const std::shared_ptr<TCPServer> &server) {
  return std::make_shared<ChatSession>(std::dynamic_pointer_cast<CppServer::WS::WSServer>(server));
}

static int received = 0; // finding: mutable-global error "received"

class CountSession : public TCPSession {
public:
  using TCPSession::TCPSession;

protected:
  void onReceived(const void *, size_t) override { SendAsync(std::to_string(++received)); }
};

class CountServer : public TCPServer {
public:
  using TCPServer::TCPServer;

protected:
  std::shared_ptr<TCPSession> CreateSession(const std::shared_ptr<TCPServer> &server) override {
    return std::make_shared<CountSession>(server);
  }
};

int main(int, char **argv) {
  auto service = std::make_shared<CppServer::Asio::Service>();
  service->Start();
  auto cache = std::make_shared<CacheServer>(service, 8080);
  cache->AddStaticContent(argv[1], "/api");
  cache->Start();
  auto chat = std::make_shared<ChatServer>(service, "0.0.0.0", 8081);
  chat->Start();
  auto count = std::make_shared<CountServer>(service, 8082);
  count->Start();
  std::string line;
  while (std::getline(std::cin, line))
    if (line.empty())
      break;
  count->Stop();
  chat->Stop();
  cache->Stop();
  service->Stop();
}
