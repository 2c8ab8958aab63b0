//===- evpp.h - NOT THE LIBRARY: declarations for checking names ------------------===//
//
// What checks/models/evpp.yaml names and Debian's headers do not declare:
// evpp, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace evpp {
struct Buffer {
  template <typename... A> int Next(A &&...);
  template <typename... A> int NextAll(A &&...);
  template <typename... A> int NextAllString(A &&...);
  template <typename... A> int NextString(A &&...);
  template <typename... A> int ToSlice(A &&...);
  template <typename... A> int ToString(A &&...);
  template <typename... A> int data(A &&...);
};
struct EventLoop {
  template <typename... A> int QueueInLoop(A &&...);
  template <typename... A> int Run(A &&...);
  template <typename... A> int RunAfter(A &&...);
  template <typename... A> int RunEvery(A &&...);
  template <typename... A> int RunInLoop(A &&...);
};
struct EventLoopThread {};
struct EventLoopThreadPool {};
struct InvokeTimer {};
struct Slice {};
struct TCPClient {
  template <typename... A> int Connect(A &&...);
  template <typename... A> int SetConnectionCallback(A &&...);
  template <typename... A> int SetMessageCallback(A &&...);
  template <typename... A> TCPClient(A &&...);
};
struct TCPConn {
  template <typename... A> int Close(A &&...);
  template <typename... A> int IsConnected(A &&...);
  template <typename... A> int Send(A &&...);
  template <typename... A> int SetHighWaterMarkCallback(A &&...);
  template <typename... A> int SetTCPNoDelay(A &&...);
  template <typename... A> int SetWriteCompleteCallback(A &&...);
  template <typename... A> int context(A &&...);
  template <typename... A> int fd(A &&...);
  template <typename... A> int id(A &&...);
  template <typename... A> int name(A &&...);
  template <typename... A> int remote_addr(A &&...);
  template <typename... A> int set_context(A &&...);
};
struct TCPServer {
  template <typename... A> int Init(A &&...);
  template <typename... A> int SetConnectionCallback(A &&...);
  template <typename... A> int SetMessageCallback(A &&...);
  template <typename... A> int Start(A &&...);
  template <typename... A> int Stop(A &&...);
  template <typename... A> TCPServer(A &&...);
};
namespace http {
struct Context {
  template <typename... A> int AddResponseHeader(A &&...);
  template <typename... A> int FindRequestHeader(A &&...);
  template <typename... A> int GetQuery(A &&...);
  template <typename... A> int body(A &&...);
  template <typename... A> int original_uri(A &&...);
  template <typename... A> int remote_ip(A &&...);
  template <typename... A> int uri(A &&...);
};
struct Server {
  template <typename... A> int Init(A &&...);
  template <typename... A> int RegisterDefaultHandler(A &&...);
  template <typename... A> int RegisterHandler(A &&...);
  template <typename... A> int Start(A &&...);
};
struct Service {};
} // namespace http
namespace httpc {
struct Conn {};
struct ConnPool {
  template <typename... A> ConnPool(A &&...);
};
struct GetRequest {
  template <typename... A> GetRequest(A &&...);
};
struct PostRequest {
  template <typename... A> PostRequest(A &&...);
};
struct Request {
  template <typename... A> int Execute(A &&...);
};
} // namespace httpc
namespace udp {
struct Message {};
struct Server {
  template <typename... A> int Init(A &&...);
  template <typename... A> int SetMessageHandler(A &&...);
  template <typename... A> int Start(A &&...);
};
} // namespace udp
} // namespace evpp
