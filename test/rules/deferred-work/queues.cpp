// Jobs parked in memory and drained later by a worker thread.
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <httplib.h>
#include <list>
#include <memory>
#include <mutex>
#include <queue>
#include <string>
#include <thread>
#include <vector>

struct Job {
  std::string address;
  std::string text;
};

static std::mutex lock;
static std::condition_variable ready;
static std::queue<Job> mails; // finding: deferred-work error "mails"

static void deliver(const Job &job) {
  httplib::Client client(std::getenv("MAIL_GATEWAY"));
  client.Post("/send", job.text, job.address);
}

static void drainMails() {
  for (;;) {
    std::unique_lock<std::mutex> hold(lock);
    ready.wait(hold, [] { return !mails.empty(); });
    Job job = std::move(mails.front());
    mails.pop();
    hold.unlock();
    deliver(job);
  }
}

template <typename T> class Channel {
public:
  void put(T value) {
    {
      std::lock_guard<std::mutex> hold(lock_);
      items_.push_back(std::move(value));
    }
    filled_.notify_one();
  }
  T take() {
    std::unique_lock<std::mutex> hold(lock_);
    filled_.wait(hold, [this] { return !items_.empty(); });
    T value = std::move(items_.front());
    items_.pop_front();
    return value;
  }

private:
  std::mutex lock_;
  std::condition_variable filled_;
  std::deque<T> items_;
};

class Exporter {
public:
  void start() {
    thread_ = std::thread([this] {
      for (;;)
        deliver(Job{"archive", exports_.take()});
    });
  }
  void add(const std::string &text) { exports_.put(text); }

private:
  Channel<std::string> exports_; // finding: deferred-work error "exports_"
  std::thread thread_;
};

class Thumbnails {
public:
  void run() {
    for (;;) {
      std::unique_lock<std::mutex> hold(lock_);
      if (waiting_.empty()) {
        hold.unlock();
        std::this_thread::yield();
        continue;
      }
      auto job = waiting_.front();
      waiting_.pop_front();
      hold.unlock();
      deliver(*job);
    }
  }
  void request(const std::string &image) {
    std::lock_guard<std::mutex> hold(lock_);
    waiting_.push_back(std::make_shared<Job>(Job{"thumb", image}));
  }

private:
  std::mutex lock_;
  std::list<std::shared_ptr<Job>> waiting_; // finding: deferred-work error "waiting_"
};

// Taken as a whole: swapped out, moved out.
static std::vector<std::string> lines; // finding: deferred-work error "lines"
static std::vector<std::string> rows;  // finding: deferred-work error "rows"

static void flush() {
  std::vector<std::string> batch, moved;
  {
    std::lock_guard<std::mutex> hold(lock);
    batch.swap(lines);
    moved = std::move(rows);
    rows.clear();
  }
  for (const auto &line : batch)
    deliver({"log", line});
  for (const auto &row : moved)
    deliver({"rows", row});
}

static void flushing() {
  for (;;) {
    std::this_thread::yield();
    flush();
  }
}

int main() {
  std::thread mailer(drainMails);
  std::thread flusher(flushing);
  Exporter exporter;
  exporter.start();
  Thumbnails thumbnails;
  std::thread painter(&Thumbnails::run, &thumbnails);
  httplib::Server server;
  server.Post("/mail", [](const httplib::Request &req, httplib::Response &res) {
    {
      std::lock_guard<std::mutex> hold(lock);
      mails.push({req.get_param_value("to"), req.body});
    }
    ready.notify_one();
    res.status = 202;
  });
  server.Post("/export", [&](const httplib::Request &req, httplib::Response &res) {
    exporter.add(req.body);
    thumbnails.request(req.path);
    res.status = 202;
  });
  server.Post("/log", [](const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock);
    lines.push_back(req.body);
    rows.push_back(req.path);
    res.status = 202;
  });
  server.listen("0.0.0.0", 8080);
  flusher.join();
  mailer.join();
  painter.join();
}
