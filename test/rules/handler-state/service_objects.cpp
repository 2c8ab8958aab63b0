// Of a service in static storage, the member is the state; of a record of
// values, the variable's member.
#include <httplib.h>
#include <string>

class Identity {
public:
  void become(const std::string &name) { name_ = name; }
  std::string who() const { return name_; }

private:
  std::string name_; // finding: handler-state error "name_"
};

static Identity identity;

int main() {
  httplib::Server server;
  server.Post("/login", [](const httplib::Request &req, httplib::Response &) {
    identity.become(req.body);
  });
  server.Get("/who", [](const httplib::Request &, httplib::Response &res) {
    res.set_content(identity.who(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
