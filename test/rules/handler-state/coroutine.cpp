// A coroutine handler: its frame dies with the request, its object does not.
#include <coroutine>
#include <map>
#include <string>

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

class Orders {
public:
  [[clang::annotate("factor6::entry_point")]] Task handle(std::string body, std::string &reply) {
    int steps = 0;
    std::map<std::string, int> seen;
    co_await std::suspend_never{};
    seen[body]++;
    ++steps;
    last_ = body;
    co_await std::suspend_never{};
    pending_[body] = steps;
    reply = last_ + std::to_string(pending_.size() + seen.size());
  }
  [[clang::annotate("factor6::entry_point")]] Task show(std::string &reply) {
    co_await std::suspend_never{};
    reply = last_;
  }

private:
  std::string last_;                   // finding: handler-state error "last_"
  std::map<std::string, int> pending_; // finding: handler-state error "pending_"
};

void serve(Orders &orders);

int main() {
  Orders orders;
  serve(orders);
}
