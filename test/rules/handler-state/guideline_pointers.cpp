// Pointers of a library. A chain of handlers ends in a store.
// packages: libmsgsl-dev libcpp-httplib-dev
#include <gsl/pointers>
#include <httplib.h>
#include <map>
#include <memory>
#include <string>

class Store {
public:
  void set(const std::string &key, const std::string &value) { values_[key] = value; }
  std::string get(const std::string &key) const { return values_.count(key) ? values_.at(key) : ""; }

private:
  std::map<std::string, std::string> values_; // finding: handler-state error "values_"
};

class Journal {
public:
  void add(const std::string &line) { text_ += line; }
  std::string text() const { return text_; }

private:
  std::string text_; // finding: handler-state error "text_"
};

class Handler {
public:
  virtual ~Handler() = default;
  virtual std::string handle(const std::string &key, const std::string &value) = 0;
};

class SetHandler : public Handler {
public:
  SetHandler(Store &store, std::shared_ptr<Journal> journal) : store_(&store), journal_(std::move(journal)) {}
  std::string handle(const std::string &key, const std::string &value) override {
    store_->set(key, value);
    journal_->add(key);
    return store_->get(key) + journal_->text();
  }

private:
  gsl::not_null<Store *> store_;
  std::shared_ptr<Journal> journal_;
};

class Controller {
public:
  explicit Controller(gsl::not_null<Handler *> first) : first_(first) {}
  std::string handle(const httplib::Request &req) { return first_->handle(req.get_param_value("key"), req.body); }

private:
  gsl::not_null<Handler *> first_;
};

int main() {
  Store store;
  SetHandler set(store, std::make_shared<Journal>());
  Controller controller(&set);
  httplib::Server server;
  server.Post("/set", [&controller](const httplib::Request &req, httplib::Response &res) {
    res.set_content(controller.handle(req), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
