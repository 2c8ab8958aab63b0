// A home-made generic cache is one datum, at the variable or member that holds it.
#include <httplib.h>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>

template <typename K, typename V> class LruCache {
public:
  explicit LruCache(size_t capacity) : capacity_(capacity) {}
  std::optional<V> get(const K &key) {
    auto found = index_.find(key);
    if (found == index_.end())
      return std::nullopt;
    order_.splice(order_.begin(), order_, found->second);
    ++hits_;
    return found->second->second;
  }
  void put(const K &key, V value) {
    order_.emplace_front(key, std::move(value));
    index_[key] = order_.begin();
    if (index_.size() > capacity_) {
      index_.erase(order_.back().first);
      order_.pop_back();
    }
  }

private:
  size_t capacity_;
  size_t hits_ = 0;
  std::list<std::pair<K, V>> order_;
  std::unordered_map<K, typename std::list<std::pair<K, V>>::iterator> index_;
};

static LruCache<std::string, std::string> documents(100); // finding: static-cache error "documents"

class Drafts {
public:
  static Drafts &instance() {
    static Drafts self;
    return self;
  }
  void save(const std::string &key, const std::string &text) { texts_.put(key, text); }
  std::string load(const std::string &key) { return texts_.get(key).value_or(""); }

private:
  LruCache<std::string, std::string> texts_{10}; // finding: static-cache error "texts_"
};

int main() {
  httplib::Server server;
  server.Post("/documents", [](const httplib::Request &req, httplib::Response &res) {
    documents.put(req.path, req.body);
    Drafts::instance().save(req.path, req.body);
    res.status = 201;
  });
  server.Get("/documents", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(documents.get(req.path).value_or("") + Drafts::instance().load(req.path), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
