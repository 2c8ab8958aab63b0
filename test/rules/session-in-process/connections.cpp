// Who can be reached where: a member of the one server object, looked up for other users.
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>

struct Channel {
  std::string pending;
};

class Presence {
public:
  std::shared_ptr<Channel> open(const std::string &user_id) {
    std::lock_guard<std::mutex> hold(lock_);
    auto channel = std::make_shared<Channel>();
    channel_by_user_[user_id] = channel;
    return channel;
  }
  bool deliver(const std::string &user_id, const std::string &text) {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = channel_by_user_.find(user_id);
    if (found == channel_by_user_.end())
      return false;
    found->second->pending += text;
    return true;
  }

private:
  std::mutex lock_;
  std::map<std::string, std::shared_ptr<Channel>> channel_by_user_; // finding: session-in-process error "channel_by_user_"
};

int main() {
  Presence presence;
  httplib::Server server;
  server.Get("/poll", [&presence](const httplib::Request &req, httplib::Response &res) {
    res.set_content(presence.open(req.get_param_value("user_id"))->pending, "text/plain");
  });
  server.Post("/send", [&presence](const httplib::Request &req, httplib::Response &res) {
    res.status = presence.deliver(req.get_param_value("to"), req.body) ? 204 : 404;
  });
  server.listen("0.0.0.0", 8080);
}
