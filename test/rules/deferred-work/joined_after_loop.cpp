// A consumer that commits what its workers have not done yet, and joins a thread when its loop has ended.
// packages: librdkafka-dev
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <librdkafka/rdkafkacpp.h>
#include <memory>
#include <mutex>
#include <queue>
#include <string>
#include <thread>
#include <vector>

class Processor {
public:
  explicit Processor(RdKafka::KafkaConsumer &consumer) : consumer_(consumer) {
    for (int n = 0; n < 4; ++n)
      workers_.emplace_back([this] { work(); });
  }
  void run() {
    std::thread ticker([this] { tick(); });
    while (running_) {
      std::unique_ptr<RdKafka::Message> message(consumer_.consume(500));
      if (message->err())
        continue;
      {
        std::lock_guard<std::mutex> hold(lock_);
        orders_.push(std::string(static_cast<const char *>(message->payload()), message->len()));
      }
      wake_.notify_one();
      consumer_.commitSync(message.get());
    }
    ticker.join();
    for (std::thread &worker : workers_)
      worker.join();
  }

private:
  void work() {
    while (running_) {
      std::unique_lock<std::mutex> hold(lock_);
      wake_.wait(hold, [this] { return !orders_.empty() || !running_; });
      if (orders_.empty())
        continue;
      std::string order = orders_.front();
      orders_.pop();
      hold.unlock();
      std::system(("cook " + order).c_str());
    }
  }
  void tick() {
    while (running_)
      std::this_thread::sleep_for(std::chrono::seconds(1));
  }

  RdKafka::KafkaConsumer &consumer_;
  std::queue<std::string> orders_; // finding: deferred-work error "orders_"
  std::mutex lock_;
  std::condition_variable wake_;
  std::vector<std::thread> workers_;
  bool running_ = true;
};

int main() {
  std::string error;
  std::unique_ptr<RdKafka::Conf> conf(RdKafka::Conf::create(RdKafka::Conf::CONF_GLOBAL));
  conf->set("bootstrap.servers", std::getenv("BROKERS"), error);
  conf->set("enable.auto.commit", "false", error);
  std::unique_ptr<RdKafka::KafkaConsumer> consumer(RdKafka::KafkaConsumer::create(conf.get(), error));
  consumer->subscribe({"orders"});
  Processor(*consumer).run();
}
