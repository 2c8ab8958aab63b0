// A price service that keeps its data in static containers; one form of change each.
#include <array>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <queue>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

static std::map<std::string, int> prices;          // finding: static-cache error "prices"
std::vector<std::string> audit;                    // finding: static-cache error "audit"
static std::unordered_map<int, std::string> names; // finding: static-cache error "names"
static std::set<std::string> subscribers;          // finding: static-cache error "subscribers"
static std::list<int> latest;                      // finding: static-cache error "latest"
static std::deque<int> window;                     // finding: static-cache error "window"
static std::multimap<int, int> pairs;              // finding: static-cache error "pairs"
static std::unordered_set<int> banned;             // finding: static-cache error "banned"
static std::map<int, std::vector<int>> ratings;    // finding: static-cache error "ratings"
static std::unique_ptr<std::map<int, int>> owned = std::make_unique<std::map<int, int>>(); // finding: static-cache error "owned"
static std::shared_ptr<std::vector<int>> shared = std::make_shared<std::vector<int>>();    // finding: static-cache error "shared"
static std::map<int, int> *leaked = new std::map<int, int>;                                // finding: static-cache error "leaked"
namespace store {
std::map<std::string, std::pair<int, int>> ranges; // finding: static-cache error "ranges"
}

struct Message {
  std::string item;
  int value;
};

[[clang::annotate("factor6::entry_point")]] std::string put(const Message &m) {
  prices[m.item] = m.value;
  audit.push_back(m.item);
  names.emplace(m.value, m.item);
  subscribers.insert(m.item);
  latest.push_front(m.value);
  window.emplace_back(m.value);
  pairs.insert({m.value, 1});
  banned.erase(m.value);
  ratings[m.value].push_back(m.value);
  owned->emplace(m.value, m.value);
  shared->push_back(m.value);
  (*leaked)[m.value] += 1;
  auto &range = store::ranges[m.item];
  range.second = m.value;
  return m.item;
}

[[clang::annotate("factor6::entry_point")]] std::string get(const Message &m) {
  std::string answer;
  for (const auto &[name, price] : prices)
    answer += name + std::to_string(price);
  for (const auto &entry : audit)
    answer += entry;
  answer += names.count(m.value) ? names.at(m.value) : "?";
  answer += std::to_string(subscribers.size() + latest.size() + window.size() + pairs.size() +
                           banned.count(m.value) + ratings.size() + owned->size() + shared->size() +
                           leaked->size());
  for (const auto &[name, range] : store::ranges)
    answer += name + std::to_string(range.first);
  return answer;
}

void serve(const char *path, std::string (*handler)(const Message &));

int main() {
  serve("/put", put);
  serve("/get", get);
}
