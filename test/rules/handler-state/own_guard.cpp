// A lock around one record of the project's is another way to its members, by a guard that an object's
// constructor and destructor take, too.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>

template <typename T> class Locked {
public:
  class Handle {
  public:
    Handle(T &value, std::mutex &lock) : value_(value), hold_(lock) {}
    T *operator->() { return &value_; }

  private:
    T &value_;
    std::unique_lock<std::mutex> hold_;
  };
  Handle operator()() { return {value_, lock_}; }

private:
  T value_;
  std::mutex lock_;
};

struct Results {
  std::map<int, int> answers;                     // finding: static-cache|handler-state error "answers"
  std::map<int, std::string> names{{1, "good"}};  // near-miss: never changed
  int active = 0;                                 // finding: mutable-global|handler-state error "active"
};

static Locked<Results> &results() {
  static Locked<Results> all;
  return all;
}

struct Visit {
  Visit() { results()()->active++; }
  ~Visit() { results()()->active--; }
};

int main() {
  httplib::Server server;
  server.Post(R"(/answer/(\d+))", [](const httplib::Request &req, httplib::Response &res) {
    Visit visit;
    const int answer = std::stoi(req.matches[1]);
    ++results()()->answers[answer];
    const auto found = results()()->names.find(answer);
    res.set_content(found->second, "text/plain");
  });
  server.Get("/", [](const httplib::Request &, httplib::Response &res) {
    Visit visit;
    res.set_content(std::to_string(results()()->active), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
