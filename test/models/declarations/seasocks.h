//===- seasocks.h - NOT THE LIBRARY: declarations for checking names --------------===//
//
// What checks/models/seasocks.yaml names and Debian's headers do not declare:
// Seasocks, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace seasocks {
struct Connection {};
struct CrackedUri {
  template <typename... A> int allQueryParams(A &&...);
  template <typename... A> int path(A &&...);
  template <typename... A> int queryParam(A &&...);
};
struct CrackedUriPageHandler {};
struct Credentials {};
struct IgnoringLogger {};
struct Logger {};
struct PageHandler {};
struct PathHandler {
  template <typename... A> int add(A &&...);
};
struct PrintfLogger {};
struct Request {
  template <typename... A> int content(A &&...);
  template <typename... A> int credentials(A &&...);
  template <typename... A> int getHeader(A &&...);
  template <typename... A> int getRemoteAddress(A &&...);
  template <typename... A> int getRequestUri(A &&...);
  template <typename... A> int server(A &&...);
};
struct Response {
  template <typename... A> int error(A &&...);
  template <typename... A> int htmlResponse(A &&...);
  template <typename... A> int jsonResponse(A &&...);
  template <typename... A> int notFound(A &&...);
  template <typename... A> int textResponse(A &&...);
  template <typename... A> int unhandled(A &&...);
};
struct ResponseBuilder {
  template <typename... A> int addHeader(A &&...);
  template <typename... A> int setsCookie(A &&...);
  template <typename... A> int withHeader(A &&...);
};
struct ResponseWriter {};
struct RootPageHandler {
  template <typename... A> int add(A &&...);
};
struct Server {
  template <typename... A> int addPageHandler(A &&...);
  template <typename... A> int addWebSocketHandler(A &&...);
  template <typename... A> int execute(A &&...);
  template <typename... A> int loop(A &&...);
  template <typename... A> int poll(A &&...);
  template <typename... A> int serve(A &&...);
  template <typename... A> int setClientBufferSize(A &&...);
  template <typename... A> int setLameConnectionTimeoutSeconds(A &&...);
  template <typename... A> int setMaxKeepAliveDrops(A &&...);
  template <typename... A> int setPerMessageDeflateEnabled(A &&...);
  template <typename... A> int setStaticPath(A &&...);
  template <typename... A> int startListening(A &&...);
  template <typename... A> int startListeningUnix(A &&...);
  template <typename... A> int terminate(A &&...);
  struct Runnable {};
};
struct StreamingResponse {};
struct SynchronousResponse {};
struct WebSocket {
  template <typename... A> int close(A &&...);
  template <typename... A> int send(A &&...);
  struct Handler {};
};
} // namespace seasocks
