//===- mymuduo.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/mymuduo.yaml names: the classes of muduo without its
// namespaces, as they are rewritten in courses. Names and scopes are theirs;
// parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

struct EventLoop {
  template <typename... A> int loop(A &&...);
  template <typename... A> int queueInLoop(A &&...);
  template <typename... A> int runInLoop(A &&...);
};
struct EventLoopThread {};
struct EventLoopThreadPool {};
struct TcpConnection {
  template <typename... A> int connected(A &&...);
  template <typename... A> int name(A &&...);
  template <typename... A> int peerAddress(A &&...);
  template <typename... A> int send(A &&...);
  template <typename... A> int shutdown(A &&...);
};
struct TcpServer {
  template <typename... A> int setConnectionCallback(A &&...);
  template <typename... A> int setMessageCallback(A &&...);
  template <typename... A> int setThreadInitCallback(A &&...);
  template <typename... A> int setThreadNum(A &&...);
  template <typename... A> int setWriteCompleteCallback(A &&...);
  template <typename... A> int start(A &&...);
};
