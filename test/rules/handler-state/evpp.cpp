// evpp: HTTP handlers with a callback to answer by, and a TCP server that tells its connections apart by number.
#include <cstdio>
#include <evpp.h>
#include <map>
#include <mutex>
#include <string>
#include <vector>

using evpp::TCPConnPtr;
using evpp::http::ContextPtr;
using evpp::http::HTTPSendResponseCallback;

static std::map<std::string, std::string> notes;       // finding: static-cache error "notes"
static std::map<unsigned long, std::string> partial;   // near-miss: each connection's own, by its number
static int posts = 0;                                  // finding: mutable-global error "posts"
static int ticks = 0;                                  // near-miss: only a log line shows it
static std::vector<std::string> kinds;                 // near-miss: filled before serving
static std::mutex lock;                                // near-miss: synchronisation

static void posted(evpp::EventLoop *, const ContextPtr &context, const HTTPSendResponseCallback &answer) {
  std::string text = context->body().ToString(); // near-miss: the request's own
  {
    std::lock_guard<std::mutex> hold(lock);
    notes[context->GetQuery("name")] = text;
  }
  answer(std::to_string(++posts));
}

class Board {
public:
  explicit Board(evpp::EventLoop *loop) : server_(loop, "0.0.0.0:7000", "board", 2) {
    server_.SetConnectionCallback([this](const TCPConnPtr &connection) {
      std::lock_guard<std::mutex> hold(lock_);
      if (connection->IsConnected())
        readers_.push_back(connection);
      else
        partial.erase(connection->id());
    });
    server_.SetMessageCallback(std::bind(&Board::said, this, std::placeholders::_1, std::placeholders::_2));
  }
  bool start() { return server_.Init() && server_.Start(); }

private:
  void said(const TCPConnPtr &connection, evpp::Buffer *buffer) {
    std::lock_guard<std::mutex> hold(lock_);
    std::string &text = partial[connection->id()];
    text += buffer->NextAllString();
    if (text.back() != '\n')
      return;
    connection->Send(last_);
    last_ = text;
    text.clear();
    for (auto &reader : readers_)
      reader->Send(last_);
  }

  evpp::TCPServer server_;          // near-miss: the server
  std::mutex lock_;                 // near-miss: synchronisation
  std::vector<TCPConnPtr> readers_; // finding: handler-state error "readers_"
  std::string last_;                // finding: handler-state error "last_"
};

int main() {
  kinds.push_back("none");
  evpp::http::Server http(2);
  http.RegisterHandler("/post", &posted);
  http.RegisterHandler("/read", [](evpp::EventLoop *, const ContextPtr &context, const HTTPSendResponseCallback &answer) {
    std::lock_guard<std::mutex> hold(lock);
    auto found = notes.find(context->GetQuery("name"));
    answer(found == notes.end() ? kinds.front() : found->second);
  });
  http.RegisterDefaultHandler(
      [](evpp::EventLoop *, const ContextPtr &context, const HTTPSendResponseCallback &answer) { answer(context->uri()); });
  http.Init(8080);
  http.Start();
  evpp::EventLoop loop;
  loop.RunEvery(evpp::Duration(1.0), [] { std::printf("%d\n", ++ticks); });
  Board board(&loop);
  board.start();
  loop.Run();
}
