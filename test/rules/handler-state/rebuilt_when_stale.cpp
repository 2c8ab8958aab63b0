// What is computed anew from other members while a flag says that they changed: at start-up, or with requests.
#include <algorithm>
#include <httplib.h>
#include <mutex>
#include <string>
#include <vector>

class Ring {
public:
  void add(const std::string &node) {
    std::lock_guard<std::mutex> hold(lock_);
    nodes_.push_back(node);
    stale_ = true;
  }
  std::string nodeOf(const std::string &key) {
    std::lock_guard<std::mutex> hold(lock_);
    if (stale_)
      rebuild();
    return ring_.empty() ? key : ring_[key.size() % ring_.size()];
  }

private:
  void rebuild() {
    ring_.clear();
    for (const std::string &node : nodes_)
      ring_.push_back(node + "#1");
    std::sort(ring_.begin(), ring_.end());
    stale_ = false;
  }
  std::vector<std::string> nodes_;
  std::vector<std::string> ring_;
  bool stale_ = false;
  std::mutex lock_;
};

// Requests add to this one.
class Index {
public:
  void add(const std::string &word) {
    std::lock_guard<std::mutex> hold(lock_);
    words_.push_back(word);
    stale_ = true;
  }
  bool has(const std::string &word) {
    std::lock_guard<std::mutex> hold(lock_);
    if (stale_)
      order();
    return std::binary_search(ordered_.begin(), ordered_.end(), word);
  }

private:
  void order() {
    ordered_ = words_;
    std::sort(ordered_.begin(), ordered_.end());
    stale_ = false;
  }
  std::vector<std::string> words_;   // finding: handler-state error "words_"
  std::vector<std::string> ordered_; // finding: handler-state error "ordered_"
  bool stale_ = false;
  std::mutex lock_;
};

// A switch that requests turn off is none of the kind.
struct Shop {
  bool open = true; // finding: handler-state error "open"
};

int main() {
  Ring ring;
  ring.add("alpha");
  ring.add("beta");
  Index index;
  Shop shop;
  httplib::Server server;
  server.Get("/node", [&](const httplib::Request &request, httplib::Response &response) {
    response.set_content(ring.nodeOf(request.get_param_value("key")), "text/plain");
  });
  server.Post("/word", [&](const httplib::Request &request, httplib::Response &) { index.add(request.body); });
  server.Get("/word", [&](const httplib::Request &request, httplib::Response &response) {
    response.set_content(index.has(request.body) ? "yes" : "no", "text/plain");
  });
  server.Post("/close", [&](const httplib::Request &, httplib::Response &response) {
    if (shop.open) {
      shop.open = false;
      response.set_content("closed", "text/plain");
    }
  });
  server.Get("/", [&](const httplib::Request &, httplib::Response &response) {
    response.status = shop.open ? 200 : 503;
  });
  server.listen("0.0.0.0", 8080);
}
