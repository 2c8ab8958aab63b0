// packages: librdkafka-dev
// Committed before the work: a process that dies now has lost the message.
#include <cstdio>
#include <librdkafka/rdkafkacpp.h>
#include <memory>
#include <string>

static bool resize(const std::string &key) { return key.size() % 2 == 0; }

static void careless(RdKafka::KafkaConsumer &consumer) {
  while (true) {
    std::unique_ptr<RdKafka::Message> message(consumer.consume(500));
    if (message->err() != RdKafka::ERR_NO_ERROR)
      continue;
    const std::string key(static_cast<const char *>(message->payload()), message->len());
    consumer.commitSync(message.get()); // finding: deferred-work error "commitSync"
    if (!resize(key))
      std::fprintf(stderr, "cannot resize %s\n", key.c_str());
  }
}

static void careful(RdKafka::KafkaConsumer &consumer) {
  while (true) {
    std::unique_ptr<RdKafka::Message> message(consumer.consume(500));
    if (message->err() != RdKafka::ERR_NO_ERROR)
      continue;
    const std::string key(static_cast<const char *>(message->payload()), message->len());
    if (resize(key))
      consumer.commitSync(message.get()); // near-miss
    std::fprintf(stderr, "done with %s\n", key.c_str());
  }
}

int main(int argc, char **argv) {
  std::string error;
  std::unique_ptr<RdKafka::Conf> conf(RdKafka::Conf::create(RdKafka::Conf::CONF_GLOBAL));
  conf->set("bootstrap.servers", argv[1], error);
  conf->set("enable.auto.commit", "false", error);
  std::unique_ptr<RdKafka::KafkaConsumer> consumer(RdKafka::KafkaConsumer::create(conf.get(), error));
  if (argc > 2)
    careful(*consumer);
  careless(*consumer);
}
