// Records of references are copied from hand to hand; what they lead to stays
// where main made it.
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>

struct Context {
  const std::string &greeting;
  std::map<std::string, int> &running;
  std::mutex &guard;
};

class Job {
public:
  Job(Context context, std::string name) : context_(context), name_(std::move(name)) {}
  std::string run() {
    std::lock_guard<std::mutex> lock(context_.guard);
    if (!context_.running.emplace(name_, 1).second)
      return "busy";
    ++steps_;
    return context_.greeting;
  }

private:
  Context context_;
  std::string name_;
  int steps_ = 0; // near-miss: one request's
};

class Desk {
public:
  explicit Desk(Context context) : context_(context) {}
  std::string take(const std::string &name) { return start(context_, name); }

private:
  static std::string start(Context context, const std::string &name) {
    auto job = std::make_shared<Job>(context, name);
    return job->run();
  }
  Context context_;
};

static void answer(Context context, const httplib::Request &req, httplib::Response &res) {
  Desk desk(context);
  res.set_content(desk.take(req.body), "text/plain");
}

int main() {
  std::string greeting = "hello";       // near-miss: only read
  std::map<std::string, int> running;   // finding: handler-state error "running"
  std::map<std::string, int> allowed;   // near-miss: filled before serving
  std::mutex guard;                     // near-miss: synchronisation
  Context context{greeting, running, guard};
  Context other{greeting, allowed, guard};
  other.running["root"] = 1;
  httplib::Server server;
  server.Post("/jobs", [context](const httplib::Request &req, httplib::Response &res) { answer(context, req, res); });
  server.Get("/jobs", [other](const httplib::Request &req, httplib::Response &res) {
    res.set_content(other.running.count(req.body) ? "yes" : "no", "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
