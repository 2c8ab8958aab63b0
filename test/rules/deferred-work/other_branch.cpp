// What one branch waits for is nothing to the work that another branch leaves behind.
// packages: libboost-dev libcpp-httplib-dev
#include <boost/asio.hpp>
#include <future>
#include <httplib.h>
#include <string>

static void store(const std::string &text) { std::system(("curl -d " + text + " $STORE").c_str()); }

int main() {
  boost::asio::thread_pool pool(2);
  httplib::Server server;
  server.Post("/.*", [&pool](const httplib::Request &req, httplib::Response &res) {
    if (req.path == "/later") {
      boost::asio::post(pool, [text = req.body, &pool] { store(text); }); // finding: deferred-work error "post"
      res.status = 202;
    } else {
      std::promise<void> stored;
      boost::asio::post(pool, [&stored, &req] {
        store(req.body);
        stored.set_value();
      });
      stored.get_future().wait();
    }
  });
  server.listen("0.0.0.0", 8080);
}
