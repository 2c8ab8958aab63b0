// A public third-party API is a note: every instance talks to the same one.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <string>

static std::string weather(const std::string &city) {
  httplib::Client client("http://api.openweathermap.org"); // note: hardcoded-host
  auto answer = client.Get(("/data/2.5/weather?q=" + city).c_str());
  return answer ? answer->body : "";
}

int main() {
  httplib::Server server;
  server.Get("/weather", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(weather(req.get_param_value("city")), "application/json");
  });
  server.listen("0.0.0.0", 8080);
}
