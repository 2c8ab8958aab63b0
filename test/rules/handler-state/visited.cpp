// Commands in a variant, and a lambda for each.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <string>
#include <utility>
#include <variant>

struct Add {
  int by;
};
struct Reset {};
struct Show {};
using Command = std::variant<Add, Reset, Show>;

template <class... F> struct Overloaded : F... {
  using F::operator()...;
};
template <class... F> Overloaded(F...) -> Overloaded<F...>;

class Counter {
public:
  std::string apply(const Command &command) {
    return std::visit(Overloaded{[this](Add add) { return std::to_string(value_ += add.by); },
                                 [this](Reset) { return std::to_string(std::exchange(value_, 0)); },
                                 [this](Show) { return std::to_string(value_ + step_); }},
                      command);
  }

private:
  int value_ = 0; // finding: handler-state error
  int step_ = 1;
};

int main() {
  Counter counter;
  httplib::Server server;
  server.Post("/counter", [&](const httplib::Request &req, httplib::Response &res) {
    Command command = Show{};
    if (req.body == "reset")
      command = Reset{};
    else if (!req.body.empty())
      command = Add{std::stoi(req.body)};
    res.set_content(counter.apply(command), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
