// brynet: what a connection does is set when it enters; builders of a TCP and of an HTTP service.
#include <atomic>
#include <brynet.hpp>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

using namespace brynet::net;
using namespace brynet::net::http;
using brynet::base::BasePacketReader;

static std::set<TcpConnection::Ptr> everyone;               // finding: static-cache|mutable-global error "everyone"
static std::map<TcpConnection::Ptr, std::string> partial;   // near-miss: each connection's own
static std::map<std::string, HttpSession::Ptr> online;      // finding: session-in-process error "online"
static int answered = 0;                                    // finding: mutable-global error "answered"
static std::atomic<long> received = 0;                      // near-miss: only logged, and begun anew
static std::string motto;                                   // near-miss: set before serving
static std::mutex lock;                                     // near-miss: synchronisation

static void entered(const TcpConnection::Ptr &connection) {
  std::lock_guard<std::mutex> hold(lock);
  everyone.insert(connection);
  partial[connection] = "";
  int lines = 0; // near-miss: the connection's own
  connection->setDataCallback([connection, lines](BasePacketReader &reader) mutable {
    std::lock_guard<std::mutex> hold(lock);
    std::string &text = partial[connection];
    text.append(reader.begin(), reader.size());
    received += reader.size();
    reader.consumeAll();
    if (text.back() != '\n')
      return;
    ++lines;
    for (const auto &other : everyone)
      other->send(std::to_string(lines) + text);
    text.clear();
  });
  connection->setDisConnectCallback([](const TcpConnection::Ptr &connection) {
    std::lock_guard<std::mutex> hold(lock);
    everyone.erase(connection);
    partial.erase(connection);
  });
}

int main(int argc, char **argv) {
  motto = argc > 1 ? argv[1] : "hello";
  auto service = IOThreadTcpService::Create();
  service->startWorkerThread(4);
  wrapper::ListenerBuilder tcp;
  tcp.WithService(service)
      .AddSocketProcess([](TcpSocket &socket) { socket.setNodelay(); })
      .AddEnterCallback(entered)
      .WithAddr(false, "0.0.0.0", 7000)
      .asyncRun();
  int visits = 0; // finding: handler-state error "visits"
  auto ended = [&visits](const HTTPParser &parser, const HttpSession::Ptr &session) {
    HttpResponse response;
    std::string text = motto + parser.getPath(); // near-miss: the request's own
    response.setBody(text + std::to_string(++visits) + std::to_string(++answered));
    session->send(response.getResult(), [session] { session->postShutdown(); });
  };
  wrapper::HttpListenerBuilder web;
  web.WithService(service)
      .WithAddr(false, "0.0.0.0", 8080)
      .WithEnterCallback([ended](const HttpSession::Ptr &, HttpSessionHandlers &handlers) {
        handlers.setHttpEndCallback(ended);
        handlers.setWSCallback([](const HttpSession::Ptr &session, int, const std::string &payload) {
          std::lock_guard<std::mutex> hold(lock);
          if (payload.rfind("I am ", 0) == 0)
            online[payload.substr(5)] = session;
          auto other = online.find(payload.substr(0, 4));
          if (other != online.end())
            other->second->send(payload);
        });
      })
      .asyncRun();
  EventLoop loop;
  loop.runIntervalTimer(std::chrono::seconds(1), [] {
    std::printf("%ld bytes\n", received.load());
    received = 0;
  });
  while (true)
    loop.loop(1000);
}
