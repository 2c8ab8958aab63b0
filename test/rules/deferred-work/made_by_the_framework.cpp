// A handler that the framework makes of what start-up gives it.
// packages: libpistache-dev
// flags: -std=c++17 -fdelayed-template-parsing
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <memory>
#include <mutex>
#include <pistache/endpoint.h>
#include <pistache/http.h>
#include <string>
#include <thread>

class Converter {
public:
  void submit(std::string document) {
    std::lock_guard<std::mutex> lock(mutex_);
    pending_.push_back(std::move(document));
    ready_.notify_one();
  }
  void work() {
    for (;;) {
      std::unique_lock<std::mutex> lock(mutex_);
      ready_.wait(lock, [this] { return !pending_.empty(); });
      std::string document = std::move(pending_.front());
      pending_.pop_front();
      lock.unlock();
      std::puts(document.c_str());
    }
  }

private:
  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<std::string> pending_; // finding: deferred-work error "Converter::pending_"
};

class Handler : public Pistache::Http::Handler {
  HTTP_PROTOTYPE(Handler)
public:
  explicit Handler(std::shared_ptr<Converter> converter) : converter_(std::move(converter)) {}
  void onRequest(const Pistache::Http::Request &request, Pistache::Http::ResponseWriter response) override {
    converter_->submit(request.body());
    response.send(Pistache::Http::Code::Accepted);
  }

private:
  std::shared_ptr<Converter> converter_;
};

int main() {
  auto converter = std::make_shared<Converter>();
  std::thread worker([converter] { converter->work(); });
  Pistache::Http::Endpoint server(Pistache::Address(Pistache::Ipv4::any(), Pistache::Port(9084)));
  server.init(Pistache::Http::Endpoint::options().threads(2));
  server.setHandler(Pistache::Http::make_handler<Handler>(converter));
  server.serve();
  worker.join();
}
