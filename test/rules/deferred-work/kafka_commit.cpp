// packages: librdkafka-dev
#include <librdkafka/rdkafkacpp.h>
#include <memory>
#include <string>

int main(int argc, char **argv) {
  std::string error;
  std::unique_ptr<RdKafka::Conf> eager(RdKafka::Conf::create(RdKafka::Conf::CONF_GLOBAL));
  eager->set("bootstrap.servers", argv[1], error);
  eager->set("enable.auto.commit", "true", error); // finding: deferred-work error "set"
  eager->set("client.id", "true", error);
  std::unique_ptr<RdKafka::Conf> careful(RdKafka::Conf::create(RdKafka::Conf::CONF_GLOBAL));
  careful->set("enable.auto.commit", "false", error);
  std::unique_ptr<RdKafka::KafkaConsumer> consumer(RdKafka::KafkaConsumer::create(eager.get(), error));
  while (true) {
    std::unique_ptr<RdKafka::Message> message(consumer->consume(500));
    if (message->err() == RdKafka::ERR_NO_ERROR)
      consumer->commitSync(message.get());
  }
}
