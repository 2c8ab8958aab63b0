// Settings that start-up reads and requests only ask, by the operator that could add an entry. What
// is given to it is a change.
// packages: libcpp-httplib-dev, nlohmann-json3-dev
#include <fstream>
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <string>

class Desk {
public:
  explicit Desk(const char *file) {
    std::ifstream in(file);
    settings_ = nlohmann::json::parse(in);
  }
  void look(const httplib::Request &req, httplib::Response &res) {
    if (settings_["tables"].find(req.path) == settings_["tables"].end())
      res.status = 404;
  }
  void name(const httplib::Request &req, httplib::Response &res) {
    names_["last"] = req.body;
    res.set_content(names_["last"].get<std::string>(), "text/plain");
  }

private:
  nlohmann::json settings_; // near-miss: only asked
  nlohmann::json names_;    // finding: handler-state error "names_"
};

int main(int, char **argv) {
  Desk desk(argv[1]);
  httplib::Server server;
  server.Get("/.*", [&desk](const httplib::Request &req, httplib::Response &res) { desk.look(req, res); });
  server.Post("/name", [&desk](const httplib::Request &req, httplib::Response &res) { desk.name(req, res); });
  server.listen("0.0.0.0", 8080);
}
