// Channels to other services.
// packages: libgrpc++-dev
#include <cstdlib>
#include <grpcpp/grpcpp.h>
#include <memory>
#include <string>

static std::shared_ptr<grpc::Channel> users() {
  return grpc::CreateChannel("users:50051", grpc::InsecureChannelCredentials()); // finding: hardcoded-host warning "users:50051"
}
static std::shared_ptr<grpc::Channel> carts(const std::string &target) {
  return grpc::CreateChannel(target, grpc::InsecureChannelCredentials());
}
static std::shared_ptr<grpc::Channel> prices() {
  const char *target = std::getenv("PRICES");
  return grpc::CreateChannel(target ? target : "prices:50051", grpc::InsecureChannelCredentials());
}

int main() {
  auto user_channel = users();
  auto cart_channel = carts("dns:///carts.shop.svc.cluster.local:50051"); // finding: hardcoded-host warning "carts.shop"
  auto price_channel = prices();
  grpc::ServerBuilder builder;
  builder.AddListeningPort("0.0.0.0:50051", grpc::InsecureServerCredentials());
  auto server = builder.BuildAndStart();
  server->Wait();
}
