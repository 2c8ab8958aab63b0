// Members of base classes, pimpl, mix-ins, and objects made anew for each request.
#include <httplib.h>
#include <memory>
#include <string>
#include <vector>

class Base {
public:
  virtual ~Base() = default;
  void serve(const httplib::Request &req, httplib::Response &res) {
    ++served_;
    res.set_content(answer(req.body) + std::to_string(served_), "text/plain");
  }

protected:
  virtual std::string answer(const std::string &body) = 0;
  void note(const std::string &text) { notes_.push_back(text); }
  const std::vector<std::string> &notes() const { return notes_; }

private:
  int served_ = 0;                 // finding: handler-state error "served_"
  std::vector<std::string> notes_; // finding: handler-state error "notes_"
};
class Guest : public Base {
protected:
  std::string answer(const std::string &body) override {
    note(body);
    return notes().front() + name_;
  }

private:
  std::string name_ = "guest";
};

class Engine {
public:
  Engine();
  ~Engine();
  std::string step(const std::string &input);

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};
struct Engine::Impl {
  std::string state; // finding: handler-state error "state"
  int size = 8;
};
Engine::Engine() : impl_(std::make_unique<Impl>()) {}
Engine::~Engine() = default;
std::string Engine::step(const std::string &input) {
  std::string old = impl_->state;
  impl_->state = input.substr(0, static_cast<size_t>(impl_->size));
  return old;
}

// One object per request: what it remembers dies with it.
class Transaction {
public:
  explicit Transaction(std::string id) : id_(std::move(id)) {}
  void add(int n) {
    total_ += n;
    lines_.push_back(n);
  }
  std::string commit() {
    done_ = true;
    return id_ + std::to_string(total_) + std::to_string(lines_.size()) + (done_ ? "!" : "?");
  }

private:
  std::string id_;
  int total_ = 0;
  std::vector<int> lines_;
  bool done_ = false;
};
struct TransactionFactory {
  std::unique_ptr<Transaction> make(const std::string &id) const { return std::make_unique<Transaction>(id); }
};

int main() {
  Guest guest;
  Engine engine;
  TransactionFactory factory;
  httplib::Server server;
  Base &base = guest;
  server.Post("/guest", [&base](const httplib::Request &req, httplib::Response &res) { base.serve(req, res); });
  server.Post("/step", [&engine](const httplib::Request &req, httplib::Response &res) {
    res.set_content(engine.step(req.body), "text/plain");
  });
  server.Post("/pay", [&factory](const httplib::Request &req, httplib::Response &res) {
    auto transaction = factory.make(req.path);
    transaction->add(3);
    auto shared = std::make_shared<Transaction>(req.body);
    auto finish = [shared](int n) { shared->add(n); };
    finish(4);
    res.set_content(transaction->commit() + shared->commit(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
