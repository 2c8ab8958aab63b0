//===- amqp-cpp.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/amqp-cpp.yaml names and Debian's headers do not declare:
// AMQP-CPP, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace AMQP {
struct Address {
  template <typename... A> Address(A &&...);
};
struct Channel {
  template <typename... A> int ack(A &&...);
  template <typename... A> int bindQueue(A &&...);
  template <typename... A> int consume(A &&...);
  template <typename... A> int declareExchange(A &&...);
  template <typename... A> int declareQueue(A &&...);
  template <typename... A> int get(A &&...);
  template <typename... A> int onError(A &&...);
  template <typename... A> int onReady(A &&...);
  template <typename... A> int publish(A &&...);
  template <typename... A> int reject(A &&...);
  template <typename... A> int setQos(A &&...);
};
struct Connection {
  template <typename... A> Connection(A &&...);
};
struct ConnectionHandler;
struct Deferred {
  template <typename... A> int onError(A &&...);
  template <typename... A> int onFinalize(A &&...);
  template <typename... A> int onSuccess(A &&...);
};
struct DeferredConsumer {
  template <typename... A> int onComplete(A &&...);
  template <typename... A> int onDelivered(A &&...);
  template <typename... A> int onMessage(A &&...);
  template <typename... A> int onReceived(A &&...);
  template <typename... A> int onSuccess(A &&...);
};
struct DeferredGet {
  template <typename... A> int onMessage(A &&...);
  template <typename... A> int onReceived(A &&...);
  template <typename... A> int onSuccess(A &&...);
};
struct DeferredQueue {
  template <typename... A> int onSuccess(A &&...);
};
struct DeferredRecall {
  template <typename... A> int onMessage(A &&...);
  template <typename... A> int onReceived(A &&...);
};
struct Envelope {
  template <typename... A> int body(A &&...);
};
struct LibBoostAsioHandler;
struct LibEvHandler;
struct LibEventHandler;
struct LibUvHandler;
struct Login;
struct Message;
struct Reliable;
struct TcpChannel;
struct TcpConnection {
  template <typename... A> TcpConnection(A &&...);
};
struct TcpHandler;
} // namespace AMQP
