// What is posted is made of a parameter, by a function that nobody sees: work, and no continuation of the caller's.
// packages: libboost1.74-dev, libcpp-httplib-dev
#include <boost/asio.hpp>
#include <functional>
#include <httplib.h>
#include <string>

struct Mail {
  void operator()() const;
};
Mail mailOf(const std::string &text);

static boost::asio::thread_pool pool(2);

static void enqueue(const std::string &text) {
  boost::asio::post(pool, mailOf(text)); // finding: deferred-work error
}

int main() {
  httplib::Server server;
  server.Post("/mail", [](const httplib::Request &req, httplib::Response &) { enqueue(req.body); });
  server.listen("0.0.0.0", 8080);
}
