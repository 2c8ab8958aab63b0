#include <httplib.h>
#include <cstdint>
#include <string>

// The parts of a union, or of what has no name, are one datum.
struct Frame {
  union {
    struct {
      uint8_t version;
      uint8_t kind;
    } head;
    uint8_t raw[2];
  } bytes; // finding: handler-state error "bytes"
  void set(const std::string &text) {
    bytes.head.version = text[0];
    bytes.head.kind = text[1];
    bytes.raw[1] = text[2];
  }
  int sum() const { return bytes.raw[0] + bytes.raw[1]; }
};

int main() {
  Frame last;
  httplib::Server server;
  server.Put("/", [&](const httplib::Request &q, httplib::Response &) { last.set(q.body); });
  server.Get("/", [&](const httplib::Request &, httplib::Response &r) {
    r.set_content(std::to_string(last.sum()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
