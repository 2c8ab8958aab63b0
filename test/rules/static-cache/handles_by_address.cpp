// Clients of the services that requests talk to, by address, in a map with a hash of its own; and answers kept in such a map.
#include <functional>
#include <httplib.h>
#include <memory>
#include <string>
#include <unordered_map>

struct AddressHash {
  std::size_t operator()(const std::string &text) const { return std::hash<std::string>()(text); }
};
struct AddressEq {
  bool operator()(const std::string &a, const std::string &b) const { return a == b; }
};

class Shard {
public:
  explicit Shard(const std::string &address) : client_(std::make_unique<httplib::Client>(address)) {}
  std::string get(const std::string &key) {
    auto answer = client_->Get("/" + key);
    return answer ? answer->body : "";
  }

private:
  std::unique_ptr<httplib::Client> client_;
};

static std::unordered_map<std::string, std::shared_ptr<Shard>, AddressHash, AddressEq> shards; // near-miss: handles
static std::unordered_map<std::string, std::shared_ptr<std::string>, AddressHash, AddressEq> answers; // finding: static-cache

int main() {
  httplib::Server server;
  server.Get("/.*", [](const httplib::Request &req, httplib::Response &res) {
    std::string address = req.get_param_value("shard");
    if (!shards.count(address))
      shards[address] = std::make_shared<Shard>(address);
    answers[req.path] = std::make_shared<std::string>(shards[address]->get(req.path));
    res.set_content(*answers[req.path], "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
