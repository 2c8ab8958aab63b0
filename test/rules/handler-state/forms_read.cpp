// The same shapes, only reading: every one must stay silent.
#include <algorithm>
#include <array>
#include <bitset>
#include <functional>
#include <httplib.h>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

struct Cell {
  int value = 3;
  int get() { return value; }
};

class Forms {
public:
  explicit Forms(int n) : optional_(n), owned_(std::make_unique<Cell>()), shared_(std::make_shared<Cell>()) {
    map_[n] = n;
    cells_.resize(3);
    for (auto &cell : cells_)
      cell.value = n;
    std::sort(sorted_.begin(), sorted_.end());
    owned_->value = n;
  }

  void handle(const httplib::Request &req, httplib::Response &res) {
    int n = static_cast<int>(req.body.size());
    long sum = *optional_ + pair_.second + std::get<1>(tuple_) + static_cast<long>(bits_.count());
    for (auto &cell : cells_)
      sum += cell.value;
    for (auto &[key, value] : map_)
      sum += key + value;
    if (auto it = map_.find(n); it != map_.end())
      sum += it->second;
    auto &first = cells_.front();
    sum += first.get() + cells_.at(1).value + cells_[2].value + cells_.data()->value;
    Cell *cell = owned_.get();
    sum += cell->value + owned_->get() + shared_->value + (*shared_).value;
    auto copy = sorted_;
    std::sort(copy.begin(), copy.end(), std::greater<>());
    copy.push_back(n);
    auto biggest = std::max_element(sorted_.begin(), sorted_.end());
    sum += *biggest + std::accumulate(sorted_.begin(), sorted_.end(), 0) + raw_[n % 3];
    const int *pointer = raw_;
    pointer++;
    sum += *pointer;
    int local = first_;
    local += n;
    std::string text = text_;
    text += req.body;
    auto [left, right] = pair_;
    left = right + n;
    auto view = [this](int by) { return assigned_ + by; };
    sum += view(n) + std::visit([](auto &v) { return static_cast<int>(sizeof v); }, variant_);
    const auto &constant = pick(n);
    sum += constant + left + local;
    if (set_.contains(n) && map_.count(n))
      sum += map_[n];
    Forms other(*this, n);
    other.assigned_ = n;
    res.set_content(text + std::to_string(sum) + std::to_string(other.assigned_), "text/plain");
  }

private:
  Forms(const Forms &from, int n) : optional_(from.optional_) { assigned_ = n; }
  int &pick(int n) { return n > 2 ? first_ : second_; }

  int assigned_ = 0;
  std::optional<int> optional_;
  std::pair<int, int> pair_{1, 2};
  std::tuple<int, int> tuple_{1, 2};
  std::bitset<8> bits_;
  std::vector<Cell> cells_;
  std::map<int, int> map_;
  std::set<int> set_ = {1};
  std::unique_ptr<Cell> owned_;
  std::shared_ptr<Cell> shared_;
  std::vector<int> sorted_ = {3, 1, 2};
  int raw_[3] = {1, 2, 3};
  int first_ = 1;
  int second_ = 2;
  std::string text_ = "x";
  std::variant<int, long> variant_ = 1;
};

int main(int argc, char **) {
  Forms forms(argc);
  httplib::Server server;
  server.Post("/", [&forms](const httplib::Request &req, httplib::Response &res) { forms.handle(req, res); });
  server.listen("0.0.0.0", 8080);
}
