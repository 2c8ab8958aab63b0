// The same with AMQP-CPP.
// Debian has no package of AMQP-CPP: a stand-in declares it.
#include <amqpcpp.h>
#include <cstdlib>
#include <iostream>
#include <string>

static void consume(AMQP::Channel &channel) {
  channel.consume("mails", AMQP::noack).onReceived([](const AMQP::Message &message, uint64_t, bool) { // finding: deferred-work
    std::cout << message.bodySize() << '\n';
  });
  channel.consume("orders").onReceived([&channel](const AMQP::Message &message, uint64_t tag, bool) {
    std::cout << message.bodySize() << '\n';
    channel.ack(tag);
  });
}

void runLoop(AMQP::Connection &connection);

void start(AMQP::Connection &connection) {
  AMQP::Channel channel(&connection);
  consume(channel);
  runLoop(connection);
}
