//===- proxygen.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/proxygen.yaml names and Debian's headers do not declare:
// Proxygen, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace folly {
struct IOBuf;
struct IOBufQueue;
} // namespace folly
namespace proxygen {
struct Filter;
struct HTTPConnector {
  template <typename... A> int connect(A &&...);
};
struct HTTPMessage {
  template <typename... A> int getClientAddress(A &&...);
  template <typename... A> int getClientIP(A &&...);
  template <typename... A> int getCookie(A &&...);
  template <typename... A> int getHeaders(A &&...);
  template <typename... A> int getPath(A &&...);
  template <typename... A> int getQueryParam(A &&...);
  template <typename... A> int getURL(A &&...);
};
struct HTTPServer {
  template <typename... A> int bind(A &&...);
  template <typename... A> int start(A &&...);
};
struct HTTPServerOptions;
struct HTTPTransactionHandler;
struct HTTPUpstreamSession;
struct RequestHandler;
struct RequestHandlerAdaptor;
struct RequestHandlerChain {
  template <typename... A> int addThen(A &&...);
};
struct RequestHandlerFactory;
struct ResponseBuilder;
} // namespace proxygen
