#include <httplib.h>
#include <atomic>
#include <memory>
#include <string>
#include <vector>

class Upstreams {
public:
  explicit Upstreams(const std::vector<std::string> &hosts) {
    for (const std::string &host : hosts)
      clients_.push_back(std::make_unique<httplib::Client>(host));
  }
  httplib::Client &pick() {
    size_t index = next_.fetch_add(1) % clients_.size();
    return *clients_[index];
  }

private:
  std::vector<std::unique_ptr<httplib::Client>> clients_;
  std::atomic<size_t> next_{0}; // whichever is picked, all are alike
};

class Seats {
public:
  const std::string &take() { return names_[next_++ % names_.size()]; }
  int number() { return static_cast<int>(drawn_++); }

private:
  const std::vector<std::string> names_ = {"A1", "A2", "B1"};
  size_t next_ = 0;  // finding: handler-state error "next_"
  size_t drawn_ = 0; // finding: handler-state error "drawn_"
};

int main(int argc, char **argv) {
  Upstreams upstreams(std::vector<std::string>(argv + 1, argv + argc));
  Seats seats;
  httplib::Server server;
  server.Get("/proxy", [&](const httplib::Request &q, httplib::Response &r) {
    if (auto answer = upstreams.pick().Get(q.path))
      r.set_content(answer->body, "text/plain");
  });
  server.Get("/seat", [&](const httplib::Request &, httplib::Response &r) {
    r.set_content(seats.take() + std::to_string(seats.number()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
