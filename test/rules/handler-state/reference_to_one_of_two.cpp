// A reference to an entry or to what stands for it: what is written through it is written in the table; to
// look for it is not to enter it.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>

class Board {
public:
  std::string &slot(const std::string &key) { return lines_.count(key) ? lines_[key] : rest_; }
  std::string &seen(const std::string &key) { return titles_.count(key) ? titles_[key] : none_; }
  void add(const std::string &key) {
    std::lock_guard<std::mutex> lock(guard_);
    lines_.emplace(key, "");
  }
  std::string write(const std::string &key, const std::string &text) {
    std::lock_guard<std::mutex> lock(guard_);
    slot(key) += text;
    return seen(key) + slot(key);
  }

private:
  std::mutex guard_;
  std::map<std::string, std::string> lines_;                         // finding: handler-state error
  std::map<std::string, std::string> titles_{{"news", "The news: "}}; // near-miss: never changed
  std::string rest_;                                                 // finding: handler-state error
  std::string none_;
};

int main() {
  Board board;
  httplib::Server server;
  server.Put("/board", [&](const httplib::Request &req, httplib::Response &) { board.add(req.body); });
  server.Post("/board", [&](const httplib::Request &req, httplib::Response &res) {
    res.set_content(board.write(req.get_param_value("on"), req.body), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
