// A queue to a single database thread; each request waits for its own answer.
#include <condition_variable>
#include <deque>
#include <future>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

struct Query {
  std::string text;
  std::promise<std::string> answer;
};

class DatabaseThread {
public:
  void start() {
    thread_ = std::thread([this] { run(); });
  }
  std::string ask(const std::string &text) {
    auto query = std::make_shared<Query>();
    query->text = text;
    auto answer = query->answer.get_future();
    {
      std::lock_guard<std::mutex> hold(lock_);
      queries_.push_back(query);
    }
    ready_.notify_one();
    return answer.get();
  }

private:
  void run() {
    for (;;) {
      std::unique_lock<std::mutex> hold(lock_);
      ready_.wait(hold, [this] { return !queries_.empty(); });
      auto query = queries_.front();
      queries_.pop_front();
      hold.unlock();
      query->answer.set_value("row for " + query->text);
    }
  }
  std::mutex lock_;
  std::condition_variable ready_;
  std::deque<std::shared_ptr<Query>> queries_;
  std::thread thread_;
};

int main() {
  DatabaseThread database;
  database.start();
  httplib::Server server;
  server.Get("/row", [&database](const httplib::Request &req, httplib::Response &res) {
    res.set_content(database.ask(req.path), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
