// NOLINT stands at the state, not at the write.
#include <httplib.h>
#include <map>
#include <string>

class Api {
public:
  void handle(const httplib::Request &req, httplib::Response &res) {
    accepted_ = req.body;
    reported_ = req.body; // NOLINT(factor6-handler-state)
    table_[req.body] = 1;
    res.set_content(accepted_ + reported_ + std::to_string(table_.size()), "text/plain");
  }
  const std::string &reported() const { return reported_; }

private:
  std::string accepted_; // NOLINT(factor6-handler-state): agreed with operations
  std::string reported_; // finding: handler-state error "reported_"
  // NOLINTNEXTLINE(factor6-*)
  std::map<std::string, int> table_;
};

int main() {
  Api api;
  httplib::Server server;
  int hits = 0; // NOLINT
  server.Post("/", [&](const httplib::Request &req, httplib::Response &res) {
    ++hits;
    res.set_header("X-Before", api.reported());
    api.handle(req, res);
    res.set_header("X-Hits", std::to_string(hits));
  });
  server.listen("0.0.0.0", 8080);
}
