// Request scope goes on in the worker that drains a queue: what it changes is changed by requests.
#include <condition_variable>
#include <deque>
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

struct Vote {
  std::string party;
};

class Counter {
public:
  void start() {
    worker_ = std::thread([this] { drain(); });
  }
  void add(Vote vote) {
    {
      std::lock_guard<std::mutex> hold(lock_);
      votes_.push_back(std::move(vote));
    }
    ready_.notify_one();
  }

private:
  void drain();
  std::mutex lock_;
  std::condition_variable ready_;
  std::deque<Vote> votes_; // finding: deferred-work error "votes_"
  std::thread worker_;
};

static std::map<std::string, int> totals;  // finding: static-cache error "totals"
static std::mutex totals_lock;

void Counter::drain() {
  std::vector<Vote> batch;
  for (;;) {
    {
      std::unique_lock<std::mutex> hold(lock_);
      ready_.wait(hold, [this] { return !votes_.empty(); });
      batch.assign(votes_.begin(), votes_.end());
      votes_.clear();
    }
    std::lock_guard<std::mutex> hold(totals_lock);
    for (const auto &vote : batch)
      totals[vote.party]++;
  }
}

int main() {
  Counter counter;
  counter.start();
  httplib::Server server;
  server.Post("/vote", [&counter](const httplib::Request &req, httplib::Response &res) {
    counter.add({req.body});
    res.status = 202;
  });
  server.Get("/totals", [](const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(totals_lock);
    auto found = totals.find(req.body);
    res.set_content(std::to_string(found == totals.end() ? 0 : found->second), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
