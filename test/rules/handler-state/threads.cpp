// C callbacks with a context pointer, functors, and a worker that requests wait for.
#include <functional>
#include <future>
#include <httplib.h>
#include <map>
#include <mutex>
#include <condition_variable>
#include <deque>
#include <pthread.h>
#include <string>
#include <thread>
#include <vector>

extern "C" {
typedef void (*visit_fn)(const char *word, void *context);
static void each_word(const char *text, visit_fn visit, void *context) {
  for (const char *p = text; *p; ++p)
    visit(p, context);
}
}

struct Tally {
  std::map<char, int> letters; // finding: handler-state error "letters"
  int words = 0;               // finding: handler-state error "words"
};
static void visitWord(const char *word, void *context) {
  auto *tally = static_cast<Tally *>(context);
  tally->letters[*word]++;
  tally->words++;
}

class Counter {
public:
  void operator()(const httplib::Request &, httplib::Response &res) {
    res.set_content(std::to_string(++count_), "text/plain");
  }

private:
  int count_ = 0; // finding: handler-state error "count_"
};

class Engine {
public:
  Engine() : worker_([this] { loop(); }) {}
  std::string ask(std::string question) {
    std::packaged_task<std::string()> task([this, q = std::move(question)] { return think(q); });
    auto answer = task.get_future();
    {
      std::lock_guard<std::mutex> hold(lock_);
      jobs_.push_back(std::move(task));
    }
    ready_.notify_one();
    return answer.get();
  }

private:
  std::string think(const std::string &q) {
    memory_[q] += 1;
    return std::to_string(memory_[q]);
  }
  void loop() {
    for (;;) {
      std::unique_lock<std::mutex> hold(lock_);
      ready_.wait(hold, [this] { return !jobs_.empty(); });
      auto job = std::move(jobs_.front());
      jobs_.pop_front();
      hold.unlock();
      job();
    }
  }
  std::mutex lock_;
  std::condition_variable ready_;
  std::deque<std::packaged_task<std::string()>> jobs_;
  std::map<std::string, int> memory_; // finding: handler-state error "memory_"
  std::thread worker_;
};

int main() {
  Tally tally;
  Counter counter;
  Engine engine;
  httplib::Server server;
  server.Post("/tally", [&tally](const httplib::Request &req, httplib::Response &res) {
    each_word(req.body.c_str(), visitWord, &tally);
    Tally own;
    each_word(req.body.c_str(), visitWord, &own);
    res.set_content(std::to_string(tally.words + tally.letters['a'] + own.words), "text/plain");
  });
  server.Get("/count", std::ref(counter));
  server.Post("/ask", [&engine](const httplib::Request &req, httplib::Response &res) {
    res.set_content(engine.ask(req.body), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
