// A record that is made anew for each request, then filled part by part; and one that is not.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <optional>
#include <string>

struct Lot {
  std::string title;
  int bid = 0;
};

class Anew {
public:
  std::optional<Lot> load(const httplib::Request &req) {
    if (req.body.empty())
      return std::nullopt;
    current_ = Lot{};
    if (req.body.size() > 3) {
      current_.title = req.body;
      current_.bid = int(req.body.size());
    }
    return current_;
  }

private:
  Lot current_; // near-miss: overwritten before each use
};

struct Offer {
  std::string text;
  int price = 0; // finding: handler-state error
};

class Kept {
public:
  std::string raise(const httplib::Request &req) {
    if (req.body.size() > 3)
      last_.price += 1;
    return std::to_string(last_.price);
  }

private:
  Offer last_;
};

int main() {
  Anew anew;
  Kept kept;
  httplib::Server server;
  server.Post("/lot", [&](const httplib::Request &req, httplib::Response &res) {
    auto lot = anew.load(req);
    res.set_content(lot ? lot->title + std::to_string(lot->bid) : "none", "text/plain");
  });
  server.Post("/offer",
              [&](const httplib::Request &req, httplib::Response &res) { res.set_content(kept.raise(req), "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
