// A cache that a thread sweeps: the list of its keys by age is no queue of work.
#include <chrono>
#include <httplib.h>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>

class Answers {
public:
  Answers() : sweeper_([this] { sweep(); }) {}
  std::optional<std::string> get(const std::string &key) {
    std::lock_guard lock(mutex_);
    auto found = entries_.find(key);
    if (found == entries_.end())
      return std::nullopt;
    order_.splice(order_.begin(), order_, found->second.second);
    return found->second.first;
  }
  void put(const std::string &key, const std::string &text) {
    std::lock_guard lock(mutex_);
    order_.push_front(key);
    entries_[key] = {text, order_.begin()};
  }

private:
  void sweep() {
    for (;;) {
      std::this_thread::sleep_for(std::chrono::minutes(1));
      std::lock_guard lock(mutex_);
      while (order_.size() > 100) {
        entries_.erase(order_.back());
        order_.pop_back();
      }
    }
  }
  std::mutex mutex_;
  std::unordered_map<std::string, std::pair<std::string, std::list<std::string>::iterator>> entries_; // finding: handler-state|static-cache "entries_"
  std::list<std::string> order_;
  std::thread sweeper_;
};

int main() {
  Answers answers;
  httplib::Server server;
  server.Put(".*", [&](const httplib::Request &request, httplib::Response &) { answers.put(request.path, request.body); });
  server.Get(".*", [&](const httplib::Request &request, httplib::Response &answer) {
    answer.set_content(answers.get(request.path).value_or(""), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
