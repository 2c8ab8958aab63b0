// A queue of which only the declaration is there: try_push() puts in.
// packages: librdkafka-dev
#include <librdkafka/rdkafkacpp.h>
#include <memory>
#include <string>
#include <thread>

template <typename T> class BoundedQueue {
public:
  explicit BoundedQueue(size_t most);
  bool try_push(const T &value);
  bool try_pop(T &value);
  size_t size() const;
};

class Sink {
public:
  Sink() : thread_([this] { work(); }) {}
  void take(const std::string &record) {
    bool taken = pending_.try_push(record);
    while (!taken)
      taken = pending_.try_push(record);
  }

private:
  void work() {
    std::string record;
    for (;;) {
      std::this_thread::sleep_for(std::chrono::seconds(1));
      while (pending_.try_pop(record))
        std::system(("curl -d " + record + " $STORE").c_str());
    }
  }
  BoundedQueue<std::string> pending_{1000}; // finding: deferred-work|handler-state error "pending_"
  std::thread thread_;
};

int main() {
  std::string error;
  std::unique_ptr<RdKafka::Conf> conf(RdKafka::Conf::create(RdKafka::Conf::CONF_GLOBAL));
  conf->set("enable.auto.commit", "false", error);
  std::unique_ptr<RdKafka::KafkaConsumer> consumer(RdKafka::KafkaConsumer::create(conf.get(), error));
  consumer->subscribe({"records"});
  Sink sink;
  for (;;) {
    std::unique_ptr<RdKafka::Message> message(consumer->consume(1000));
    if (message->err() != RdKafka::ERR_NO_ERROR)
      continue;
    sink.take(std::string(static_cast<const char *>(message->payload()), message->len()));
    consumer->commitSync();
  }
}
