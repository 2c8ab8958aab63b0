// What a timer puts down is no scratch of the request that reads it, nor is what a request puts down for
// a timer.
// packages: libboost-dev libcpp-httplib-dev
#include <boost/asio.hpp>
#include <filesystem>
#include <functional>
#include <httplib.h>
#include <map>
#include <string>
#include <thread>

class Watch {
public:
  explicit Watch(boost::asio::io_context &background) : again_(background), later_(background) {
    routes_["/state"] = [this](const std::string &) { return state_; };
    routes_["/remind"] = [this](const std::string &body) { return remind(body); };
    routes_["/upper"] = [this](const std::string &body) { return upper(body); };
    look();
  }
  std::string answer(const std::string &route, const std::string &body) {
    const auto found = routes_.find(route);
    return found == routes_.end() ? "" : found->second(body);
  }

private:
  void look() {
    again_.expires_after(std::chrono::seconds(15));
    again_.async_wait([this](boost::system::error_code) {
      state_ = std::filesystem::exists("/run/upstream") ? "up" : "down";
      look();
    });
  }
  std::string remind(const std::string &body) {
    text_ = body;
    later_.expires_after(std::chrono::seconds(60));
    later_.async_wait([this](boost::system::error_code) { // finding: deferred-work error "async_wait"
      std::system(("notify-send " + text_).c_str());
    });
    return "noted";
  }
  std::string upper(const std::string &body) {
    raised_ = body;
    for (char &c : raised_)
      c = static_cast<char>(std::toupper(c));
    return raised_;
  }

  boost::asio::steady_timer again_, later_;
  std::string state_ = "unknown"; // finding: handler-state warning "state_"
  std::string text_;              // finding: handler-state error "text_"
  std::string raised_;            // near-miss: overwritten before each use
  std::map<std::string, std::function<std::string(const std::string &)>> routes_;
};

int main() {
  boost::asio::io_context background;
  auto work = boost::asio::make_work_guard(background);
  Watch watch(background);
  std::thread thread([&background] { background.run(); });
  httplib::Server server;
  server.Post("/.*", [&watch](const httplib::Request &req, httplib::Response &res) {
    res.set_content(watch.answer(req.path, req.body), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
  thread.join();
}
