//===- librdkafka.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/librdkafka.yaml names and Debian's headers do not declare:
// librdkafka, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace cppkafka {
struct BufferedProducer;
struct Configuration {
  template <typename... A> int set(A &&...);
};
struct ConfigurationOption {
  template <typename... A> ConfigurationOption(A &&...);
};
struct Consumer {
  template <typename... A> int commit(A &&...);
  template <typename... A> int async_commit(A &&...);
  template <typename... A> int poll(A &&...);
  template <typename... A> int poll_batch(A &&...);
  template <typename... A> int subscribe(A &&...);
};
struct ConsumerDispatcher {
  template <typename... A> int run(A &&...);
};
struct Message;
struct Producer {
  template <typename... A> int produce(A &&...);
};
} // namespace cppkafka
namespace kafka::clients {
namespace consumer {
struct KafkaConsumer {
  template <typename... A> int poll(A &&...);
};
} // namespace consumer
namespace producer {
struct KafkaProducer;
} // namespace producer
} // namespace kafka::clients
