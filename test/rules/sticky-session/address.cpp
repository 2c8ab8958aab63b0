// State of this process that is chosen by the client's address.
// packages: libcpp-httplib-dev
#include <array>
#include <functional>
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

struct Reader {
  std::string language;
  bool dark = false;
};

static std::map<std::string, Reader> readers; // finding: static-cache|session-in-process

class Forms {
  struct Form {
    std::string text;
  };

public:
  explicit Forms(size_t n) : forms_(n) {}
  void keep(const std::string &address, const std::string &text) {
    auto &form = forms_[std::hash<std::string>{}(address) % forms_.size()]; // finding: sticky-session error "forms_"
    form.text = text;
  }

private:
  std::vector<Form> forms_; // finding: handler-state
};

class Drafts {
public:
  std::string last(const std::string &key) {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = drafts_.find(key); // finding: sticky-session error
    return found == drafts_.end() ? "" : found->second;
  }
  void keep(const std::string &user, const std::string &text) {
    std::lock_guard<std::mutex> hold(lock_);
    drafts_[user] = text;
  }

private:
  std::mutex lock_;
  std::unordered_map<std::string, std::string> drafts_; // finding: handler-state
};

int main() {
  Forms forms(16);
  Drafts drafts;
  std::array<std::string, 8> topics; // finding: handler-state
  httplib::Server server;
  server.Get("/language", [](const httplib::Request &req, httplib::Response &res) {
    Reader &reader = readers[req.remote_addr]; // finding: sticky-session error
    if (req.has_param("set"))
      reader.language = req.get_param_value("set");
    res.set_content(reader.language, "text/plain");
  });
  server.Post("/form", [&](const httplib::Request &req, httplib::Response &) { forms.keep(req.remote_addr, req.body); });
  server.Get("/draft", [&](const httplib::Request &req, httplib::Response &res) {
    std::string address = req.get_header_value("x-forwarded-for");
    res.set_content(drafts.last(address), "text/plain");
  });
  server.Post("/draft", [&](const httplib::Request &req, httplib::Response &) {
    drafts.keep(req.get_param_value("title"), req.body);
  });
  server.Get("/topic", [&](const httplib::Request &req, httplib::Response &res) {
    std::string &topic = topics[req.remote_port % 8];
    topic = req.body;
    res.set_content(topic, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
