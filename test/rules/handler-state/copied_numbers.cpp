// The bytes of a number are copied into a message: that changes the message, not the number. What a
// request copies into a member does.
// packages: libcpp-httplib-dev
#include <cstdint>
#include <cstring>
#include <httplib.h>
#include <string>
#include <vector>

struct Map {
  uint32_t width = 640;  // near-miss: only copied from
  uint32_t height = 480; // near-miss: only copied from
  std::vector<uint8_t> encode() const {
    std::vector<uint8_t> buffer(sizeof width + sizeof height);
    uint8_t *at = buffer.data();
    std::memcpy(at, &width, sizeof width);
    at += sizeof width;
    std::memcpy(at, &height, sizeof height);
    return buffer;
  }
};

class Field {
public:
  Field() { map_ = new Map; }
  void show(const httplib::Request &, httplib::Response &res) {
    std::vector<uint8_t> bytes = map_->encode();
    std::vector<uint8_t> framed(bytes.size() + 1);
    std::memcpy(framed.data() + 1, bytes.data(), bytes.size());
    res.set_content(std::string(framed.begin(), framed.end()) + std::to_string(scale_), "application/octet-stream");
  }
  void zoom(const httplib::Request &req, httplib::Response &) {
    if (req.body.size() >= sizeof scale_)
      std::memcpy(&scale_, req.body.data(), sizeof scale_);
  }

private:
  Map *map_;
  uint32_t scale_ = 1; // finding: handler-state error "scale_"
};

int main() {
  Field field;
  httplib::Server server;
  server.Get("/map", [&field](const httplib::Request &req, httplib::Response &res) { field.show(req, res); });
  server.Put("/zoom", [&field](const httplib::Request &req, httplib::Response &res) { field.zoom(req, res); });
  server.listen("0.0.0.0", 8080);
}
