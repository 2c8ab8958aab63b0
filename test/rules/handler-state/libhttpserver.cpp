// libhttpserver: one object of a resource serves all requests.
#include <httpserver.hpp>
#include <map>
#include <mutex>
#include <string>

using namespace httpserver;

class Notes : public http_resource {
public:
  explicit Notes(std::string title) : title_(std::move(title)) {}
  std::shared_ptr<http_response> render_POST(const http_request &req) override {
    std::lock_guard<std::mutex> hold(lock_);
    notes_[req.get_arg("name")] = req.get_arg("text");
    return std::make_shared<string_response>(std::to_string(++changes_));
  }
  std::shared_ptr<http_response> render_GET(const http_request &req) override {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = notes_.find(req.get_arg("name"));
    return std::make_shared<string_response>(title_ + (found == notes_.end() ? "" : found->second));
  }

private:
  std::string title_; // near-miss: set when it is made
  std::mutex lock_;
  std::map<std::string, std::string> notes_; // finding: handler-state error "notes_"
  int changes_ = 0;                          // finding: handler-state error "changes_"
};

int main() {
  webserver server{create_webserver(8080)};
  Notes notes("notes: ");
  server.register_resource("/notes", &notes);
  server.start(true);
}
