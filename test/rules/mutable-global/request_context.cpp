// A thread's context of the request at hand, set by the dispatcher and read
// further down a chain of handlers. Beside it one that the chain reads first.
#include <httplib.h>
#include <memory>
#include <string>

struct Context {
  std::string trace;
  static inline thread_local std::shared_ptr<Context> current;
  static inline thread_local std::shared_ptr<Context> previous; // finding: mutable-global error "previous"
  static void set(const std::shared_ptr<Context> &c) { current = c; }
  static std::shared_ptr<Context> get() { return current; }
};

struct Handler {
  virtual ~Handler() = default;
  virtual std::string handle(const std::string &path) = 0;
};

class Logger final : public Handler {
  std::unique_ptr<Handler> next;

public:
  explicit Logger(std::unique_ptr<Handler> n) : next(std::move(n)) {}
  std::string handle(const std::string &path) override {
    auto context = Context::get();
    std::string last = Context::previous ? Context::previous->trace : "";
    Context::previous = context;
    return context->trace + last + (next ? next->handle(path) : "");
  }
};

int main() {
  httplib::Server server;
  auto chain = std::make_shared<Logger>(std::make_unique<Logger>(nullptr));
  server.Get("/", [chain](const httplib::Request &req, httplib::Response &res) {
    auto context = std::make_shared<Context>();
    context->trace = req.get_header_value("traceparent");
    Context::set(context);
    Handler &first = *chain;
    res.set_content(first.handle(req.path), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
