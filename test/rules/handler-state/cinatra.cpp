// cinatra: lambdas, coroutines, members with their object, and aspects around them.
#include <cinatra.hpp>
#include <cstdio>
#include <map>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

using namespace cinatra;
using async_simple::coro::Lazy;

static std::unordered_map<std::string, std::string> notes;             // finding: static-cache error "notes"
static std::map<std::string, coro_http_connection *> online;           // finding: session-in-process error "online"
static std::unordered_map<unsigned long, std::string> partial;         // near-miss: each connection's own, by its number
static int asked = 0;                                                  // finding: mutable-global error "asked"
static std::vector<std::string> kinds;                                 // near-miss: filled before serving
static std::mutex lock;                                                // near-miss: synchronisation

struct Numbered {
  bool before(coro_http_request &, coro_http_response &res) {
    res.add_header("X-Number", std::to_string(++asked));
    return true;
  }
};
struct Logged {
  bool before(coro_http_request &req, coro_http_response &) {
    std::string what(req.get_query_value("name")); // near-miss: the request's own
    std::printf("%s\n", what.c_str());
    return true;
  }
  bool after(coro_http_request &, coro_http_response &) { return true; }
};

class Counter {
public:
  void count(coro_http_request &, coro_http_response &res) {
    res.set_status_and_content(status_type::ok, std::to_string(++hits_));
  }
  Lazy<void> sum(coro_http_request &req, coro_http_response &res) {
    total_ += req.get_body().size();
    res.set_status_and_content(status_type::ok, std::to_string(total_));
    co_return;
  }

private:
  int hits_ = 0;   // finding: handler-state error "hits_"
  long total_ = 0; // finding: handler-state error "total_"
};

int main() {
  kinds.push_back("none");
  coro_http_server server(2, 8080);
  Counter counter;
  int clicks = 0; // finding: handler-state error "clicks"
  server.set_http_handler<GET>(
      "/notes/:name",
      [](coro_http_request &req, coro_http_response &res) {
        std::lock_guard<std::mutex> hold(lock);
        auto found = notes.find(req.params_["name"]);
        res.set_status_and_content(status_type::ok, found == notes.end() ? kinds.front() : found->second);
      },
      Logged{}, Numbered{});
  server.set_http_handler<POST>("/notes/:name",
                                [](coro_http_request &req, coro_http_response &res) -> Lazy<void> {
                                  std::lock_guard<std::mutex> hold(lock);
                                  notes[req.params_["name"]] = req.get_body();
                                  res.set_status_and_content(status_type::ok);
                                  co_return;
                                });
  server.set_http_handler<GET, POST>("/click", [&clicks](coro_http_request &, coro_http_response &res) {
    res.set_status_and_content(status_type::ok, std::to_string(++clicks));
  });
  server.set_http_handler<GET>("/count", &Counter::count, counter);
  server.set_http_handler<POST>("/sum", &Counter::sum, counter);
  server.set_http_handler<GET>(
      "/chat/:user", [](coro_http_request &req, coro_http_response &) -> Lazy<void> {
        coro_http_connection *connection = req.get_conn();
        online[req.params_["user"]] = connection;
        while (true) {
          websocket_result result = co_await connection->read_websocket();
          if (result.ec)
            break;
          std::string &text = partial[connection->conn_id()];
          text += result.data;
          if (text.back() != '\n')
            continue;
          auto other = online.find(text.substr(0, 4));
          if (other != online.end())
            co_await other->second->write_websocket(text);
          text.clear();
        }
        partial.erase(connection->conn_id());
        online.erase(req.params_["user"]);
      });
  server.sync_start();
}
