// A thread that calls another service over gRPC: nobody who asked waits for it.
// packages: libgrpc++-dev, libcpp-httplib-dev
#include <grpcpp/grpcpp.h>
#include <httplib.h>
#include <memory>
#include <string>
#include <thread>

class Replica {
public:
  explicit Replica(const std::string &address)
      : channel_(grpc::CreateChannel(address, grpc::InsecureChannelCredentials())) {}
  void copy(const std::string &block) {
    grpc::ClientContext context;
    context.AddMetadata("block", block);
    begin(context);
  }

private:
  void begin(grpc::ClientContext &context) { context.set_wait_for_ready(channel_ != nullptr); }
  std::shared_ptr<grpc::Channel> channel_;
};

static void *backup(std::string block) {
  Replica replica(std::getenv("REPLICA"));
  replica.copy(block);
  return nullptr;
}

int main() {
  httplib::Server server;
  server.Post("/block", [](const httplib::Request &req, httplib::Response &res) {
    std::thread copying(backup, req.body); // finding: deferred-work error
    if (copying.joinable())
      copying.detach();
    res.status = 201;
  });
  server.listen("0.0.0.0", 8080);
}
