// Work that a request starts and does not wait for: a future that a keeper of the project's puts away, a
// thread that is left to itself beside a wait for something else, a task that is posted beside one.
// packages: libboost-dev, libcpp-httplib-dev
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <future>
#include <httplib.h>
#include <list>
#include <mutex>
#include <string>
#include <thread>

void store(const std::string &row);
int count(const std::string &rows);

class Pending {
public:
  void keep(std::future<void> work) {
    std::lock_guard<std::mutex> lock(guard_);
    works_.push_back(std::move(work));
  }

private:
  std::mutex guard_;
  std::list<std::future<void>> works_;
};

class Waiter {
public:
  void await(std::future<int> work) { last_ = work.get(); }
  int last() const { return last_; }

private:
  int last_ = 0;
};

int main() {
  Pending pending;
  boost::asio::io_context tasks;
  std::thread worker([&] { tasks.run(); });
  httplib::Server server;
  server.Post("/kept", [&](const httplib::Request &req, httplib::Response &res) {
    pending.keep(std::async(std::launch::async, [row = req.body] { store(row); })); // finding: deferred-work error
    res.status = 202;
  });
  server.Post("/awaited", [](const httplib::Request &req, httplib::Response &res) {
    Waiter waiter;
    waiter.await(std::async(std::launch::async, [&] { return count(req.body); })); // near-miss: got before the answer
    res.set_content(std::to_string(waiter.last()), "text/plain");
  });
  server.Post("/posted", [&](const httplib::Request &req, httplib::Response &res) {
    std::future<int> counted = std::async(std::launch::async, [&] { return count(req.body); });
    boost::asio::post(tasks, [row = req.body] { store(row); }); // finding: deferred-work error
    res.set_content(std::to_string(counted.get()), "text/plain");
  });
  server.Post("/asked", [&](const httplib::Request &req, httplib::Response &res) {
    std::promise<int> answered;
    boost::asio::post(tasks, [&] { answered.set_value(count(req.body)); }); // near-miss: waited for
    res.set_content(std::to_string(answered.get_future().get()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
  tasks.stop();
  worker.join();
}
