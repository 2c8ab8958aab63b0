// brpc: one service object, handed to the server, answers all calls.
#include <atomic>
#include <brpc/server.h>
#include <deque>
#include <mutex>
#include <string>

struct EchoRequest {
  std::string text;
};
struct EchoResponse {
  std::string text;
};
/// As generated from a .proto file.
class EchoService : public google::protobuf::Service {
public:
  virtual void Echo(google::protobuf::RpcController *controller, const EchoRequest *request, EchoResponse *response,
                    google::protobuf::Closure *done) = 0;
  void CallMethod(const google::protobuf::MethodDescriptor *, google::protobuf::RpcController *,
                  google::protobuf::Closure *) override {}
};

class EchoImpl : public EchoService {
  std::mutex mutex;
  std::deque<std::string> recent; // finding: handler-state error "recent"
  std::atomic<int> turn{0};       // finding: handler-state error "turn"
  std::string prefix = "echo: ";

  void remember(const std::string &text) {
    std::lock_guard lock(mutex);
    recent.push_back(text);
    if (recent.size() > 8)
      recent.pop_front();
  }

public:
  void Echo(google::protobuf::RpcController *, const EchoRequest *request, EchoResponse *response,
            google::protobuf::Closure *done) override {
    brpc::ClosureGuard guard(done);
    remember(request->text);
    response->text = prefix + request->text + (turn.fetch_add(1) % 2 == 0 ? "!" : "?");
  }
};

int main() {
  brpc::Server server;
  EchoImpl echo;
  if (server.AddService(&echo, brpc::SERVER_DOESNT_OWN_SERVICE) != 0)
    return 1;
  brpc::ServerOptions options;
  if (server.Start(8000, &options) != 0)
    return 1;
  server.RunUntilAskedToQuit();
}
