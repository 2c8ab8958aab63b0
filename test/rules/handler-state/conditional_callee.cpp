// A helper that writes a member only under a condition covers no later read; one that always writes it does.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <string>

class Door {
  bool admin_ = false;    // finding: handler-state error "admin_"
  std::string greeting_;  // finding: handler-state error "greeting_"
  std::string last_;      // finding: handler-state error "last_"
  std::string name_;      // always written first
  std::string body_;      // written, or the request has failed

  void authenticate(const httplib::Request &req) {
    if (req.get_header_value("X-Key") == "letmein")
      admin_ = true;
  }
  void greet(const httplib::Request &req) {
    if (req.params.empty())
      return;
    greeting_ = req.get_param_value("greeting");
  }
  void remember(const httplib::Request &req) {
    if (req.path == "/")
      goto done;
    last_ = req.path;
  done:
    return;
  }
  void identify(const httplib::Request &req) { name_ = req.get_param_value("name"); }
  bool decode(const httplib::Request &req) {
    if (req.body.empty())
      return false;
    body_ = req.body;
    return true;
  }

public:
  void serve(const httplib::Request &req, httplib::Response &res) {
    authenticate(req);
    greet(req);
    remember(req);
    identify(req);
    if (!decode(req)) {
      res.status = 400;
      return;
    }
    res.set_content(greeting_ + name_ + last_ + body_ + (admin_ ? "!" : "."), "text/plain");
  }
};

int main() {
  httplib::Server server;
  Door door;
  server.Post("/.*", [&door](const httplib::Request &req, httplib::Response &res) { door.serve(req, res); });
  server.listen("0.0.0.0", 8080);
}
