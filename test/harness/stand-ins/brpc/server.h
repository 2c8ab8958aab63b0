// Stand-in, see README.md: brpc and the part of protobuf's services that it uses.
#pragma once
#include <string>

namespace google::protobuf {
class Closure {
public:
  virtual ~Closure() = default;
  virtual void Run() = 0;
};
class RpcController {
public:
  virtual ~RpcController() = default;
  virtual void SetFailed(const std::string &reason) = 0;
};
class MethodDescriptor;
class Service {
public:
  virtual ~Service() = default;
  virtual void CallMethod(const MethodDescriptor *method, RpcController *controller, Closure *done) = 0;
};
} // namespace google::protobuf

namespace brpc {
class ClosureGuard {
public:
  explicit ClosureGuard(google::protobuf::Closure *done);
  ~ClosureGuard();
};
enum ServiceOwnership { SERVER_OWNS_SERVICE, SERVER_DOESNT_OWN_SERVICE };
struct ServerOptions {
  int idle_timeout_sec = -1;
};
class Server {
public:
  int AddService(google::protobuf::Service *service, ServiceOwnership ownership);
  int Start(int port, const ServerOptions *options);
  void RunUntilAskedToQuit();
};
} // namespace brpc
