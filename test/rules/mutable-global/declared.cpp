// Mutable in type only: nothing writes it in the code seen.
#include <httplib.h>
#include <string>

int port = 8080;                  // note: mutable-global
static std::string title = "Hi";  // note: mutable-global "title"
static double factor = 1.25;      // note: mutable-global "factor"
static const char *const unit = "kg";
extern const int version;
const int version = 3;
enum { Retries = 3 };

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &, httplib::Response &res) {
    res.set_content(title + std::to_string(factor) + unit + std::to_string(version + Retries), "text/plain");
  });
  server.listen("0.0.0.0", port);
}
