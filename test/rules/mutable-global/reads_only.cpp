// Non-const spellings that change nothing, and locals that only look like state.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <httplib.h>
#include <map>
#include <memory>
#include <string>
#include <vector>

static std::map<std::string, int> stock = {{"tea", 4}, {"milk", 7}};
static std::vector<int> ladder = {1, 2, 3, 5, 8};
static std::array<int, 3> weights = {1, 1, 2};
static std::unique_ptr<std::string> banner = std::make_unique<std::string>("open");
static int counter = 3; // note: mutable-global

struct Limits {
  int low = 1;
  int high = 9;
};
static Limits limits;
static Limits &currentLimits() { return limits; }
static int largest(std::vector<int> &values) { return *std::max_element(values.begin(), values.end()); }
static int first(int *values) { return values[0]; }

static std::string describe(int counter) {
  counter++;
  int ladder = counter * 2;
  ladder += 1;
  return std::to_string(ladder);
}

int main() {
  std::map<std::string, std::function<std::string()>> actions;
  actions["max"] = [] { return std::to_string(largest(ladder)); };
  actions["first"] = [] { return std::to_string(first(weights.data())); };
  httplib::Server server;
  server.Get("/stock", [&actions](const httplib::Request &req, httplib::Response &res) {
    auto item = stock.find(req.path);
    int n = item == stock.end() ? 0 : item->second;
    for (auto it = stock.begin(); it != stock.end(); ++it)
      n += it->second;
    for (auto &step : ladder)
      n += step;
    n += stock.at("tea") + ladder[2] + ladder.back() + *ladder.data();
    int local = counter;
    local++;
    auto copy = stock;
    copy["new"] = local;
    auto &bounds = currentLimits();
    if (n > bounds.high)
      n = bounds.high;
    if (stock.count("tea"))
      n += stock["tea"];
    auto action = actions.find(req.get_param_value("do"));
    std::string extra = action == actions.end() ? describe(n) : action->second();
    res.set_content(*banner + std::to_string(n + copy.size()) + extra, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
