// A framework whose sources lie in the project's own tree: what it does with its handlers, its model says.
#include <functional>
#include <map>
#include <string>

namespace evpp {
class EventLoop {};
namespace http {
struct Context {
  const std::string &body() const { return text; }
  std::string text;
};
using ContextPtr = Context *;
using HTTPSendResponseCallback = std::function<void(const std::string &)>;
using HTTPRequestCallback = std::function<void(EventLoop *, const ContextPtr &, const HTTPSendResponseCallback &)>;
class Server {
public:
  explicit Server(int threads) : threads_(threads) {}
  void RegisterHandler(const std::string &uri, HTTPRequestCallback callback) { callbacks_[uri] = callback; }
  bool Init(int port);
  bool Start();

private:
  int threads_;
  std::map<std::string, HTTPRequestCallback> callbacks_; // near-miss: start-up's
};
} // namespace http
} // namespace evpp

static int visits = 0; // finding: mutable-global error "visits"

int main() {
  evpp::http::Server server(4);
  server.RegisterHandler("/", [](evpp::EventLoop *, const evpp::http::ContextPtr &, const evpp::http::HTTPSendResponseCallback &answer) { answer(std::to_string(++visits)); });
  server.Init(8080);
  server.Start();
  while (true) {
  }
}
