// A local pointer that is seated anew before it is written through.
#include <httplib.h>
#include <memory>
#include <string>

struct Cell {
  int value = 3;
};

class Handler {
public:
  void handle(const httplib::Request &req, httplib::Response &res) {
    std::shared_ptr<Cell> mine = shared_;
    mine = std::make_shared<Cell>();
    mine->value = static_cast<int>(req.body.size());
    res.set_content(std::to_string(mine->value + shared_->value), "text/plain");
  }

private:
  std::shared_ptr<Cell> shared_ = std::make_shared<Cell>();
};

int main() {
  Handler handler;
  httplib::Server server;
  server.Post("/", [&handler](const httplib::Request &req, httplib::Response &res) { handler.handle(req, res); });
  server.listen("0.0.0.0", 8080);
}
