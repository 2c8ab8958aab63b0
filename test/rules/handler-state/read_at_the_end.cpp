// A number that only the destructor of a global writes to a log file is a metric. One that a page
// shows too is state.
#include <atomic>
#include <fstream>
#include <httplib.h>
#include <string>

class Tally {
public:
  explicit Tally(const char *path) : path_(path) {}
  ~Tally() {
    std::ofstream log(path_, std::ios::app);
    log << "answered " << answered_ << ", refused " << refused_ << "\n";
  }
  void answered() { ++answered_; }
  void refused() { ++refused_; }
  long soFar() const { return refused_; }

private:
  const char *path_;
  long answered_ = 0; // near-miss: told to the log when all is over
  long refused_ = 0;  // finding: handler-state|mutable-global error "refused_"
};

static Tally tally("/var/log/desk.log");

int main() {
  httplib::Server server;
  server.Post("/letter", [](const httplib::Request &req, httplib::Response &res) {
    if (req.body.empty()) {
      tally.refused();
      res.status = 400;
      return;
    }
    tally.answered();
    res.set_content("thanks", "text/plain");
  });
  server.Get("/refused", [](const httplib::Request &, httplib::Response &res) {
    res.set_content(std::to_string(tally.soFar()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
