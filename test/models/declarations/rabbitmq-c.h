//===- rabbitmq-c.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/rabbitmq-c.yaml names and Debian's headers do not declare:
// rabbitmq-c, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace AmqpClient {
struct BasicMessage;
struct Channel {
  template <typename... A> int BasicConsume(A &&...);
  template <typename... A> int BasicConsumeMessage(A &&...);
  template <typename... A> int Create(A &&...);
  template <typename... A> int CreateFromUri(A &&...);
  template <typename... A> int Open(A &&...);
};
struct Envelope;
} // namespace AmqpClient
