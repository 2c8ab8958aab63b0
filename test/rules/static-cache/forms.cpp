// Helpers, aliases and algorithms through which static containers grow; look-alikes beside them.
#include <algorithm>
#include <functional>
#include <httplib.h>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

static std::vector<int> by_reference;           // finding: static-cache error "by_reference"
static std::vector<int> by_pointer;             // finding: static-cache error "by_pointer"
static std::vector<std::string> by_inserter;    // finding: static-cache error "by_inserter"
static std::map<std::string, int> by_iterator;  // finding: static-cache error "by_iterator"
static std::map<std::string, std::map<int, int>> nested; // finding: static-cache error "nested"
static std::vector<int> swapped;                // finding: static-cache error "swapped"
static std::set<int> moved;                     // finding: static-cache error "moved"
static std::map<int, std::unique_ptr<int>> owners; // finding: static-cache error "owners"
static std::vector<int> by_template;            // finding: static-cache error "by_template"
static std::map<int, int> by_lambda;            // finding: static-cache error "by_lambda"
static std::vector<std::function<int(int)>> strategies;
static const std::vector<int> constants = {1, 2, 3};

static void append(std::vector<int> &list, int n) { list.push_back(n); }
static void appendAt(std::vector<int> *list, int n) { list->emplace_back(n); }
template <typename C, typename V> void add(C &container, V &&value) { container.insert(container.end(), value); }
static std::optional<int> find(std::map<std::string, int> &map, const std::string &key) {
  auto it = map.find(key);
  return it == map.end() ? std::nullopt : std::optional<int>(it->second);
}
static size_t count(std::vector<int> &list) { return list.size(); }

static const auto record = [](int n) { by_lambda[n]++; };

int main() {
  strategies.push_back([](int n) { return n + 1; });
  by_iterator["start"] = 0;
  httplib::Server server;
  server.Post("/", [](const httplib::Request &req, httplib::Response &res) {
    int n = static_cast<int>(req.body.size());
    append(by_reference, n);
    appendAt(&by_pointer, n);
    std::vector<std::string> words = {req.body, req.path};
    std::copy(words.begin(), words.end(), std::back_inserter(by_inserter));
    by_iterator.begin()->second = n;
    nested[req.body][n] += 1;
    std::vector<int> fresh = {n};
    swapped.swap(fresh);
    std::set<int> taken = std::move(moved);
    moved = {n};
    owners[n] = std::make_unique<int>(n);
    add(by_template, n);
    record(n);
    std::vector<int> local;
    append(local, n);
    appendAt(&local, n);
    add(local, n);
    for (const auto &strategy : strategies)
      n = strategy(n);
    size_t sum = by_reference.size() + count(by_pointer) + by_inserter.size() + nested.size() + fresh.size() +
                 taken.size() + owners.size() + by_template.size() + by_lambda.size() + local.size() +
                 constants.size();
    res.set_content(std::to_string(sum) + std::to_string(find(by_iterator, req.body).value_or(n)), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
