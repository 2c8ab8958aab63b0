// The size of a store, a transaction of a connection, buffers on loan that their users keep: told with what they belong to.
// packages: libhiredis-dev
#include <array>
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <stack>
#include <string>

class Store {
public:
  bool put(const std::string &key, const std::string &value) {
    if (size_ + value.size() > 4096)
      return false;
    if (entries_.emplace(key, value).second)
      size_ += value.size();
    return true;
  }
  void empty() {
    entries_.clear();
    size_ = 0;
  }

private:
  std::map<std::string, std::string> entries_; // finding: handler-state|static-cache error "entries_"
  size_t size_ = 0;                            // near-miss: keeps its books
};

class Database {
public:
  Database() : context_(redisConnect(std::getenv("REDIS_HOST"), 6379)) {}
  void begin() {
    if (!in_transaction_)
      freeReplyObject(redisCommand(context_, "MULTI"));
    in_transaction_ = true;
  }
  void commit() {
    if (in_transaction_)
      freeReplyObject(redisCommand(context_, "EXEC"));
    in_transaction_ = false;
  }

private:
  redisContext *context_;
  bool in_transaction_ = false; // near-miss: the connection's
};

class Packet {
public:
  Packet() {
    std::lock_guard<std::mutex> hold(lock);
    if (bufferpool.empty()) {
      bytes_ = std::make_unique<std::array<char, 512>>();
    } else {
      bytes_ = std::move(bufferpool.top());
      bufferpool.pop();
    }
  }
  ~Packet() {
    std::lock_guard<std::mutex> hold(lock);
    bufferpool.push(std::move(bytes_));
  }
  std::string echo(const std::string &text) {
    size_t n = text.copy(bytes_->data(), bytes_->size());
    return std::string(bytes_->data(), n);
  }

private:
  std::unique_ptr<std::array<char, 512>> bytes_;
  static std::stack<std::unique_ptr<std::array<char, 512>>> bufferpool;
  static std::mutex lock;
};

std::stack<std::unique_ptr<std::array<char, 512>>> Packet::bufferpool; // near-miss: memory on loan
std::mutex Packet::lock;

int main() {
  Store store;
  Database database;
  httplib::Server server;
  server.Post("/put", [&](const httplib::Request &request, httplib::Response &response) {
    Packet packet;
    database.begin();
    if (!store.put(request.path, request.body))
      store.empty();
    database.commit();
    response.set_content(packet.echo(request.body), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
