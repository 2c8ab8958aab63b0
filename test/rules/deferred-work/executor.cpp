// Posts and timers on a Boost.Asio executor: some after the response, some waited for.
// packages: libboost-system-dev, libcpp-httplib-dev
// flags: -Wno-deprecated-declarations
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <cstdlib>
#include <future>
#include <httplib.h>
#include <memory>
#include <string>

static void charge(const std::string &card) {
  httplib::Client client(std::getenv("PAYMENT_URL"));
  client.Post("/charge", card, "text/plain");
}

int main() {
  boost::asio::thread_pool pool(4);
  boost::asio::io_context timers;
  httplib::Server server;
  server.Post("/charge", [&pool](const httplib::Request &req, httplib::Response &res) {
    boost::asio::post(pool, [card = req.body] { charge(card); }); // finding: deferred-work error
    res.status = 202;
  });
  server.Post("/remind", [&timers](const httplib::Request &req, httplib::Response &res) {
    auto timer = std::make_shared<boost::asio::steady_timer>(timers, std::chrono::hours(1));
    timer->async_wait([timer, card = req.body](boost::system::error_code) { charge(card); }); // finding: deferred-work error
    res.status = 202;
  });
  server.Post("/now", [&pool](const httplib::Request &req, httplib::Response &res) {
    std::promise<int> done;
    auto result = done.get_future();
    boost::asio::post(pool, [&] {
      charge(req.body);
      done.set_value(1);
    });
    res.set_content(std::to_string(result.get()), "text/plain");
  });
  boost::asio::post(pool, [&timers] {
    auto work = boost::asio::make_work_guard(timers);
    timers.run();
  });
  server.listen("0.0.0.0", 8080);
  pool.join();
}
