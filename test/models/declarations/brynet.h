//===- brynet.h - NOT THE LIBRARY: declarations for checking names ----------------===//
//
// What checks/models/brynet.yaml names and Debian's headers do not declare:
// brynet, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace brynet {
namespace base {
struct BasePacketReader {
  template <typename... A> int begin(A &&...);
  template <typename... A> int currentBuffer(A &&...);
};
struct TimerMgr {};
} // namespace base
namespace net {
struct AddSocketOption {
  template <typename... A> int AddEnterCallback(A &&...);
};
struct AsyncConnector {
  template <typename... A> int Create(A &&...);
  template <typename... A> int startWorkerThread(A &&...);
};
struct EventLoop {
  template <typename... A> int bindCurrentThread(A &&...);
  template <typename... A> int loop(A &&...);
  template <typename... A> int runAfter(A &&...);
  template <typename... A> int runAsyncFunctor(A &&...);
  template <typename... A> int runFunctorAfterLoop(A &&...);
  template <typename... A> int runIntervalTimer(A &&...);
  template <typename... A> int wakeup(A &&...);
};
struct EventLoopTcpService {
  template <typename... A> int Create(A &&...);
};
struct IOThreadTcpService {
  template <typename... A> int Create(A &&...);
  template <typename... A> int startWorkerThread(A &&...);
  template <typename... A> int stopWorkerThread(A &&...);
};
struct ITcpService {};
struct ListenThread {
  template <typename... A> int Create(A &&...);
  template <typename... A> int startListen(A &&...);
};
struct TcpConnection {
  template <typename... A> int getEventLoop(A &&...);
  template <typename... A> int getIP(A &&...);
  template <typename... A> int postDisConnect(A &&...);
  template <typename... A> int postShutdown(A &&...);
  template <typename... A> int send(A &&...);
  template <typename... A> int setDataCallback(A &&...);
  template <typename... A> int setDisConnectCallback(A &&...);
  template <typename... A> int setHeartBeat(A &&...);
  template <typename... A> int setHighWaterCallback(A &&...);
};
struct TcpService {
  struct AddSocketOption {
    template <typename... A> int AddEnterCallback(A &&...);
  };
};
struct TcpSocket {
  template <typename... A> int setNodelay(A &&...);
  template <typename... A> int setRecvSize(A &&...);
  template <typename... A> int setSendSize(A &&...);
};
namespace http {
struct HTTPParser {
  template <typename... A> int getBody(A &&...);
  template <typename... A> int getPath(A &&...);
  template <typename... A> int getQuery(A &&...);
  template <typename... A> int getValue(A &&...);
  template <typename... A> int hasKey(A &&...);
};
struct HttpRequest {};
struct HttpResponse {};
struct HttpService {
  template <typename... A> int setup(A &&...);
};
struct HttpSession {
  template <typename... A> int getIP(A &&...);
  template <typename... A> int postClose(A &&...);
  template <typename... A> int postShutdown(A &&...);
  template <typename... A> int send(A &&...);
};
struct HttpSessionHandlers {
  template <typename... A> int setClosedCallback(A &&...);
  template <typename... A> int setHeaderCallback(A &&...);
  template <typename... A> int setHttpBodyCallback(A &&...);
  template <typename... A> int setHttpEndCallback(A &&...);
  template <typename... A> int setWSCallback(A &&...);
  template <typename... A> int setWSConnected(A &&...);
};
} // namespace http
namespace wrapper {
struct BaseConnectionBuilder {
  template <typename... A> int AddEnterCallback(A &&...);
  template <typename... A> int WithAddr(A &&...);
  template <typename... A> int WithFailedCallback(A &&...);
  template <typename... A> int asyncConnect(A &&...);
  template <typename... A> int syncConnect(A &&...);
};
struct BaseListenerBuilder {
  template <typename... A> int AddEnterCallback(A &&...);
  template <typename... A> int AddSocketProcess(A &&...);
  template <typename... A> int WithAddr(A &&...);
  template <typename... A> int WithForceSameThreadLoop(A &&...);
  template <typename... A> int WithMaxRecvBufferSize(A &&...);
  template <typename... A> int WithReusePort(A &&...);
  template <typename... A> int WithSSL(A &&...);
  template <typename... A> int WithService(A &&...);
  template <typename... A> int asyncRun(A &&...);
};
struct ConnectionBuilder {};
struct HttpConnectionBuilder {
  template <typename... A> int WithAddr(A &&...);
  template <typename... A> int WithEnterCallback(A &&...);
  template <typename... A> int WithFailedCallback(A &&...);
  template <typename... A> int asyncConnect(A &&...);
};
struct HttpListenerBuilder {
  template <typename... A> int AddSocketProcess(A &&...);
  template <typename... A> int WithAddr(A &&...);
  template <typename... A> int WithEnterCallback(A &&...);
  template <typename... A> int WithForceSameThreadLoop(A &&...);
  template <typename... A> int WithMaxRecvBufferSize(A &&...);
  template <typename... A> int WithReusePort(A &&...);
  template <typename... A> int WithSSL(A &&...);
  template <typename... A> int WithService(A &&...);
  template <typename... A> int asyncRun(A &&...);
  template <typename... A> int configureEnterCallback(A &&...);
};
struct ListenerBuilder {};
} // namespace wrapper
} // namespace net
} // namespace brynet
