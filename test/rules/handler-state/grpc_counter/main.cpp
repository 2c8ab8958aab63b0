#include "service.h"
#include <memory>

int main(int argc, char **argv) {
  CounterService service(argc > 1 ? argv[1] : "count ");
  grpc::ServerBuilder builder;
  builder.AddListeningPort("0.0.0.0:50051", grpc::InsecureServerCredentials());
  builder.RegisterService(&service);
  std::unique_ptr<grpc::Server> server(builder.BuildAndStart());
  server->Wait();
}
