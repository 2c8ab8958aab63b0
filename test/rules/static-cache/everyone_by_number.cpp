// A hall of connections by number, where each says something to all others.
#include <evpp.h>
#include <map>
#include <mutex>
#include <string>

using evpp::TCPConnPtr;

static std::map<unsigned long, TCPConnPtr> everyone; // finding: static-cache|session-in-process error "everyone"
static std::mutex lock;                              // near-miss: synchronisation

int main() {
  evpp::EventLoop loop;
  evpp::TCPServer server(&loop, "0.0.0.0:7000", "hall", 2);
  server.SetConnectionCallback([](const TCPConnPtr &connection) {
    std::lock_guard<std::mutex> hold(lock);
    if (connection->IsConnected())
      everyone[connection->id()] = connection;
    else
      everyone.erase(connection->id());
  });
  server.SetMessageCallback([](const TCPConnPtr &, evpp::Buffer *buffer) {
    std::lock_guard<std::mutex> hold(lock);
    std::string text = buffer->NextAllString();
    for (auto &other : everyone)
      other.second->Send(text);
  });
  server.Init();
  server.Start();
  loop.Run();
}
