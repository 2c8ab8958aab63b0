// How a process looks after itself: attempts at a connection, when a loop last swept, what is only held until it goes.
// packages: libhiredis-dev
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

class Ledger {
public:
  explicit Ledger(const char *host) : host_(host ? host : "localhost") {}
  bool credit(const std::string &account) {
    return connect() && redisCommand(context_, "INCR %s", account.c_str()) != nullptr;
  }
  long number() {
    if (!context_)
      context_ = redisConnect(host_.c_str(), 6379);
    ++drawn_;
    return drawn_;
  }

  // It connects where it is missing, and turns visitors away.
  void limit(httplib::Response &answer) {
    if (!context_)
      context_ = redisConnect(host_.c_str(), 6379);
    if (++asked_ > 100)
      answer.status = 429;
    else
      answer.set_content("go on", "text/plain");
  }

private:
  bool connect() {
    if (context_ && !context_->err)
      return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(std::min(5000, failures_ * 100)));
    context_ = redisConnect(host_.c_str(), 6379); // near where it is counted, and read
    if (!context_ || context_->err) {
      ++failures_;
      return false;
    }
    failures_ = 0;
    return true;
  }
  std::string host_;
  redisContext *context_ = nullptr;
  int failures_ = 0;
  long asked_ = 0; // finding: handler-state error "asked_"
  long drawn_ = 0; // finding: handler-state error "drawn_"
};

struct Job {
  std::string text;
};

class Jobs {
public:
  void begin(Job *job) { running_.push_back(job); }
  void end(Job *job) { std::erase(running_, job); }

private:
  std::vector<Job *> running_;
};

class Waiting {
public:
  void begin(Job *job) { waiting_.push_back(job); }
  void end(Job *job) { std::erase(waiting_, job); }
  std::size_t length() const { return waiting_.size(); }

private:
  std::vector<Job *> waiting_; // finding: handler-state|static-cache error "waiting_"
};

} // namespace

int main() {
  Ledger ledger(std::getenv("LEDGER_HOST"));
  Jobs jobs;
  Waiting waiting;
  httplib::Server server;
  server.Post("/credit", [&](const httplib::Request &request, httplib::Response &answer) {
    auto job = std::make_unique<Job>(Job{request.body});
    jobs.begin(job.get());
    waiting.begin(job.get());
    answer.status = ledger.credit(job->text) ? 200 : 503;
    waiting.end(job.get());
    jobs.end(job.get());
    ledger.limit(answer);
  });
  server.Get("/number", [&](const httplib::Request &, httplib::Response &answer) {
    answer.set_content(std::to_string(ledger.number()) + " of " + std::to_string(waiting.length()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
