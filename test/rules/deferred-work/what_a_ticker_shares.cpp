// A shelf that requests and a ticker both take from and fill by the same methods is shared state.
// A list that requests only fill and a thread drains is work put off.
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <httplib.h>
#include <mutex>
#include <optional>
#include <postgresql/libpq-fe.h>
#include <string>
#include <thread>
#include <vector>

// Coupons that lie ready to be handed out, and come back when they are not used.
class Coupons {
public:
  void put(std::string code) {
    std::lock_guard<std::mutex> hold(lock_);
    free_.push_back(std::move(code));
  }
  std::optional<std::string> take() {
    std::lock_guard<std::mutex> hold(lock_);
    if (free_.empty())
      return std::nullopt;
    std::string code = std::move(free_.back());
    free_.pop_back();
    return code;
  }

private:
  std::mutex lock_;
  std::vector<std::string> free_; // finding: static-cache|handler-state error "free_"
};

class Letters {
public:
  void post(std::string letter) {
    {
      std::lock_guard<std::mutex> hold(lock_);
      waiting_.push_back(std::move(letter));
    }
    some_.notify_one();
  }
  std::string next() {
    std::unique_lock<std::mutex> hold(lock_);
    some_.wait(hold, [this] { return !waiting_.empty(); });
    std::string letter = std::move(waiting_.front());
    waiting_.pop_front();
    return letter;
  }

private:
  std::mutex lock_;
  std::condition_variable some_;
  std::deque<std::string> waiting_; // finding: deferred-work error "waiting_"
};

int main() {
  Coupons coupons;
  Letters letters;
  std::thread ticker([&coupons] {
    unsigned number = 0;
    for (;;) {
      ++number;
      if (std::optional<std::string> oldest = coupons.take())
        coupons.put(*oldest + "!");
      coupons.put("spring-" + std::to_string(number));
      std::this_thread::sleep_for(std::chrono::hours(1));
    }
  });
  std::thread writer([&letters] {
    PGconn *database = PQconnectdb(std::getenv("DATABASE"));
    for (;;) {
      std::string letter = letters.next();
      const char *values[] = {letter.c_str()};
      PQclear(PQexecParams(database, "insert into letters values ($1)", 1, nullptr, values, nullptr, nullptr, 0));
    }
  });
  httplib::Server server;
  server.Post("/coupon", [&coupons](const httplib::Request &, httplib::Response &res) {
    res.set_content(coupons.take().value_or("none left"), "text/plain");
  });
  server.Delete("/coupon", [&coupons](const httplib::Request &req, httplib::Response &res) {
    coupons.put(req.body);
    res.status = 204;
  });
  server.Post("/letter", [&letters](const httplib::Request &req, httplib::Response &res) {
    letters.post(req.body);
    res.status = 202;
  });
  server.listen("0.0.0.0", 8080);
}
