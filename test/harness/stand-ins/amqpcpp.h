// Stand-in for AMQP-CPP: declarations only, see README.md.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
namespace AMQP {
constexpr int noack = 0x10;
class Message {
public:
  const char *body() const;
  uint64_t bodySize() const;
};
class DeferredConsumer {
public:
  DeferredConsumer &onReceived(std::function<void(const Message &, uint64_t, bool)> callback);
  DeferredConsumer &onError(std::function<void(const char *)> callback);
};
class Connection;
class Channel {
public:
  explicit Channel(Connection *connection);
  DeferredConsumer &consume(const std::string &queue, int flags = 0);
  bool ack(uint64_t tag, int flags = 0);
};
} // namespace AMQP
