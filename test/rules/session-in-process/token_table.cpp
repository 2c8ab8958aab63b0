// Who has which token, by the class's name alone; tokens of a text are no visitor's.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>
#include <vector>

struct Grant {
  std::string user, scope;
};

class TokenTable {
public:
  void grant(const std::string &key, Grant g) {
    std::lock_guard<std::mutex> lock(mutex_);
    grants_[key] = std::move(g);
  }
  std::string user(const std::string &key) {
    std::lock_guard<std::mutex> lock(mutex_);
    auto found = grants_.find(key);
    return found == grants_.end() ? "" : found->second.user;
  }

private:
  std::mutex mutex_;
  std::map<std::string, Grant> grants_; // finding: session-in-process error "TokenTable::grants_"
};

class TokenStore {
public:
  void add(const std::string &word) { words_.push_back(word); }
  std::size_t size() const { return words_.size(); }

private:
  std::vector<std::string> words_; // finding: handler-state error "TokenStore::words_"
};

int main() {
  TokenTable table;
  TokenStore store;
  httplib::Server server;
  server.Post("/grant", [&](const httplib::Request &q, httplib::Response &) {
    table.grant(q.get_param_value("k"), {q.get_param_value("u"), "read"});
    store.add(q.body);
  });
  server.Get("/who", [&](const httplib::Request &q, httplib::Response &r) {
    r.set_content(table.user(q.get_param_value("k")) + std::to_string(store.size()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
