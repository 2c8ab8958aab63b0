//===- uwebsockets.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/uwebsockets.yaml names and Debian's headers do not declare:
// uWebSockets, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace uWS {
struct CachingApp;
struct Group {
  template <typename... A> int broadcast(A &&...);
  template <typename... A> int onConnection(A &&...);
  template <typename... A> int onDisconnection(A &&...);
  template <typename... A> int onError(A &&...);
  template <typename... A> int onHttpConnection(A &&...);
  template <typename... A> int onHttpData(A &&...);
  template <typename... A> int onHttpDisconnection(A &&...);
  template <typename... A> int onHttpRequest(A &&...);
  template <typename... A> int onMessage(A &&...);
  template <typename... A> int onPing(A &&...);
  template <typename... A> int onPong(A &&...);
  template <typename... A> int onTransfer(A &&...);
};
struct HttpRequest {
  template <typename... A> int getHeader(A &&...);
  template <typename... A> int getParameter(A &&...);
  template <typename... A> int getQuery(A &&...);
  template <typename... A> int getUrl(A &&...);
};
struct HttpResponse {
  template <typename... A> int cork(A &&...);
  template <typename... A> int end(A &&...);
  template <typename... A> int getRemoteAddress(A &&...);
  template <typename... A> int getRemoteAddressAsText(A &&...);
  template <typename... A> int onAborted(A &&...);
  template <typename... A> int onData(A &&...);
  template <typename... A> int onDataV2(A &&...);
  template <typename... A> int onWritable(A &&...);
  template <typename... A> int write(A &&...);
  template <typename... A> int writeHeader(A &&...);
  template <typename... A> int writeStatus(A &&...);
};
struct Hub {
  template <typename... A> int getDefaultGroup(A &&...);
  template <typename... A> int listen(A &&...);
  template <typename... A> int run(A &&...);
};
struct LocalCluster;
struct Loop {
  template <typename... A> int defer(A &&...);
  template <typename... A> int run(A &&...);
};
struct TemplatedApp {
  struct WebSocketBehavior {
    int close;
    int drain;
    int dropped;
    int message;
    int open;
    int ping;
    int pong;
    int subscription;
    int upgrade;
  };
  template <typename... A> int any(A &&...);
  template <typename... A> int connect(A &&...);
  template <typename... A> int del(A &&...);
  template <typename... A> int filter(A &&...);
  template <typename... A> int get(A &&...);
  template <typename... A> int head(A &&...);
  template <typename... A> int listen(A &&...);
  template <typename... A> int missingServerName(A &&...);
  template <typename... A> int options(A &&...);
  template <typename... A> int patch(A &&...);
  template <typename... A> int post(A &&...);
  template <typename... A> int publish(A &&...);
  template <typename... A> int put(A &&...);
  template <typename... A> int run(A &&...);
  template <typename... A> int trace(A &&...);
  template <typename... A> int ws(A &&...);
};
struct TopicTree;
struct WebSocket {
  template <typename... A> int getRemoteAddress(A &&...);
  template <typename... A> int getRemoteAddressAsText(A &&...);
  template <typename... A> int getUserData(A &&...);
  template <typename... A> int publish(A &&...);
  template <typename... A> int send(A &&...);
  template <typename... A> int subscribe(A &&...);
  template <typename... A> int unsubscribe(A &&...);
};
template <typename... A> int run(A &&...);
} // namespace uWS
int us_create_timer(...);
int us_timer_set(...);
