// Stores behind singletons and accessors: the finding sits at the container.
#include <httplib.h>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

class Meyers {
public:
  static Meyers &instance() {
    static Meyers self;
    return self;
  }
  void put(const std::string &key, std::string value) {
    std::lock_guard<std::mutex> hold(lock_);
    rows_[key] = std::move(value);
  }
  std::optional<std::string> get(const std::string &key) const {
    auto found = rows_.find(key);
    if (found == rows_.end())
      return std::nullopt;
    return found->second;
  }

private:
  std::mutex lock_;
  std::map<std::string, std::string> rows_; // finding: static-cache error "rows_"
};

class Pointer {
public:
  static Pointer *get() {
    if (!self)
      self = new Pointer;
    return self;
  }
  std::vector<int> &numbers() { return numbers_; }

private:
  static Pointer *self;
  std::vector<int> numbers_; // finding: static-cache error "numbers_"
};
Pointer *Pointer::self = nullptr;

class Shared {
public:
  static std::shared_ptr<Shared> get() {
    static std::shared_ptr<Shared> self = std::make_shared<Shared>();
    return self;
  }
  void remember(int id) { ids_.push_back(id); }
  size_t count() const { return ids_.size(); }

private:
  std::list<int> ids_; // finding: static-cache error "ids_"
};

template <typename T> class Singleton {
public:
  static T &ref() {
    static T value;
    return value;
  }
};
struct Board {
  std::map<std::string, int> scores; // finding: static-cache error "scores"
  int limit = 10;
};

static std::map<int, std::string> &registry() {
  static std::map<int, std::string> entries; // finding: static-cache error "entries"
  return entries;
}
static std::vector<std::string> *history() {
  static auto *lines = new std::vector<std::string>; // finding: static-cache error "lines"
  return lines;
}

struct Inner {
  std::vector<std::string> notes; // finding: static-cache error "notes"
};
struct Outer {
  Inner inner;
  std::unique_ptr<Inner> spare = std::make_unique<Inner>();
};
static Outer outer;

int main() {
  httplib::Server server;
  server.Put("/row", [](const httplib::Request &req, httplib::Response &res) {
    Meyers::instance().put(req.path, req.body);
    Pointer::get()->numbers().push_back(1);
    Shared::get()->remember(2);
    Singleton<Board>::ref().scores[req.path] = Singleton<Board>::ref().limit;
    registry()[3] = req.body;
    history()->push_back(req.path);
    outer.inner.notes.push_back(req.body);
    res.status = 204;
  });
  server.Get("/row", [](const httplib::Request &req, httplib::Response &res) {
    auto row = Meyers::instance().get(req.path);
    size_t n = Pointer::get()->numbers().size() + Shared::get()->count() +
               Singleton<Board>::ref().scores.size() + registry().size() + history()->size() +
               outer.inner.notes.size();
    res.set_content(row.value_or("none") + std::to_string(n), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
