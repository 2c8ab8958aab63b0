// What a parser keeps of one text is emptied with it; what nobody empties stays.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <string>
#include <vector>

class LineParser {
public:
  std::vector<std::string> parse(const std::string &text) {
    for (char c : text) {
      if (c == ' ') {
        words_.push_back("");
        continue;
      }
      words_.back() += c;
    }
    if (words_.size() > 10)
      long_.push_back(text);
    std::vector<std::string> result = words_;
    words_.clear();
    words_.push_back("");
    return result;
  }
  const std::vector<std::string> &lengthy() const { return long_; }

private:
  std::vector<std::string> words_{""}; // near-miss: a parser's
  std::vector<std::string> long_;      // finding: handler-state error "long_"
};

int main() {
  LineParser parser;
  httplib::Server server;
  server.Post("/words", [&parser](const httplib::Request &req, httplib::Response &res) {
    res.set_content(std::to_string(parser.parse(req.body).size()), "text/plain");
  });
  server.Get("/long", [&parser](const httplib::Request &, httplib::Response &res) {
    res.set_content(std::to_string(parser.lengthy().size()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
