// The thread that enters and removes the members of a hall also tells them all, whatever a queue says is next.
// packages: libwebsocketpp-dev, libboost1.74-dev
#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <set>
#include <thread>
#include <websocketpp/config/asio_no_tls.hpp>
#include <websocketpp/server.hpp>

using Server = websocketpp::server<websocketpp::config::asio>;
using websocketpp::connection_hdl;

struct Step {
  enum { enters, leaves, says } kind;
  connection_hdl who;
  Server::message_ptr text;
};

class Hall {
  Server server_;
  std::set<connection_hdl, std::owner_less<connection_hdl>> members_; // finding: handler-state|session-in-process error "members_"
  std::queue<Step> steps_;
  std::mutex steps_lock_, members_lock_;
  std::condition_variable some_;

  void next(Step step) {
    {
      std::lock_guard<std::mutex> hold(steps_lock_);
      steps_.push(step);
    }
    some_.notify_one();
  }

public:
  Hall() {
    using namespace std::placeholders;
    server_.init_asio();
    server_.set_open_handler([this](connection_hdl h) { next({Step::enters, h, nullptr}); });
    server_.set_close_handler([this](connection_hdl h) { next({Step::leaves, h, nullptr}); });
    server_.set_message_handler([this](connection_hdl h, Server::message_ptr m) { next({Step::says, h, m}); });
  }
  void work() {
    while (true) {
      std::unique_lock<std::mutex> hold(steps_lock_);
      while (steps_.empty())
        some_.wait(hold);
      Step step = steps_.front();
      steps_.pop();
      hold.unlock();
      std::lock_guard<std::mutex> members(members_lock_);
      if (step.kind == Step::enters) {
        members_.insert(step.who);
      } else if (step.kind == Step::leaves) {
        members_.erase(step.who);
      } else {
        for (auto it = members_.begin(); it != members_.end(); ++it)
          server_.send(*it, step.text);
      }
    }
  }
  void run() {
    server_.listen(9002);
    server_.start_accept();
    server_.run();
  }
};

int main() {
  Hall hall;
  std::thread worker([&hall] { hall.work(); });
  hall.run();
  worker.join();
}
