// One member, one form of write, in the methods of a handler object.
#include <algorithm>
#include <array>
#include <bitset>
#include <deque>
#include <httplib.h>
#include <iterator>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

struct Cell {
  int value = 0;
};

class Forms {
public:
  void handle(const httplib::Request &req, httplib::Response &res) {
    int n = static_cast<int>(req.body.size());
    assigned_ = n;
    compound_ ^= n;
    optional_ = n;
    emplaced_.emplace(n);
    variant_ = req.body;
    pair_.second = n;
    std::get<1>(tuple_) = n;
    bits_.set(static_cast<size_t>(n) % 8);
    flags_[static_cast<size_t>(n) % 4] = true;
    array_.at(0) = n;
    raw_[n % 3] = n;
    *std::next(iterated_.begin()) = n;
    for (auto &cell : cells_)
      cell.value = n;
    for (auto &[key, value] : pairs_)
      value += n;
    if (auto it = found_.find(n); it != found_.end())
      it->second = n;
    std::sort(sorted_.begin(), sorted_.end());
    std::fill(filled_.begin(), filled_.end(), n);
    std::copy(req.body.begin(), req.body.end(), std::back_inserter(copied_));
    std::erase_if(erased_, [n](int x) { return x == n; });
    std::iota(std::begin(counted_), std::end(counted_), n);
    reset_ = std::make_unique<Cell>();
    reset_->value = n;
    seated_ = n > 1 ? &first_ : &second_;
    text_.append(req.body);
    popped_.pop_back();
    resized_.resize(static_cast<size_t>(n));
    tried_.try_emplace(n, "x");
    inserted_.insert_or_assign(n, req.body);
    cleared_.clear();
    std::swap(swapped_, n);
    set_.merge(std::set<int>{n});
    auto &[left, right] = bound_;
    left = right + n;
    int *pointer = &pointed_;
    ++*pointer;
    auto change = [this](int by) { lambda_ += by; };
    change(n);
    int &slot = pick(n);
    slot -= 1;
    this->explicit_ = n;
    (*this).starred_ = n;
    res.set_content(report(), "text/plain");
  }

  std::string report() const {
    long sum = assigned_ + compound_ + optional_.value_or(0) + emplaced_.value_or(0) + pair_.second +
               std::get<1>(tuple_) + static_cast<long>(bits_.count()) + array_[0] + raw_[0] + iterated_[1] +
               cells_[0].value + pairs_.at(1) + found_.at(1) + sorted_[0] + filled_[0] +
               static_cast<long>(copied_.size() + erased_.size()) + counted_[0] + reset_->value + *seated_ +
               static_cast<long>(popped_.size() + resized_.size() + tried_.size() + inserted_.size()) +
               static_cast<long>(cleared_.size() + set_.size()) + swapped_ + bound_.first + pointed_ + lambda_ +
               picked_a_ + picked_b_ + explicit_ + starred_ + (flags_[0] ? 1 : 0) + first_ + second_;
    return text_ + std::to_string(sum) + std::to_string(variant_.index());
  }

private:
  int &pick(int n) { return n > 2 ? picked_a_ : picked_b_; }

  int assigned_ = 0;                              // finding: handler-state error "assigned_"
  int compound_ = 0;                              // finding: handler-state error "compound_"
  std::optional<int> optional_;                   // finding: handler-state error "optional_"
  std::optional<int> emplaced_;                   // finding: handler-state error "emplaced_"
  std::variant<int, std::string> variant_;        // finding: handler-state error "variant_"
  std::pair<int, int> pair_;                      // finding: handler-state error "pair_"
  std::tuple<int, int> tuple_;                    // finding: handler-state error "tuple_"
  std::bitset<8> bits_;                           // finding: handler-state error "bits_"
  std::vector<bool> flags_ = {false, false, false, false}; // finding: handler-state error "flags_"
  std::array<int, 2> array_{};                    // finding: handler-state error "array_"
  int raw_[3] = {};                               // finding: handler-state error "raw_"
  std::vector<int> iterated_ = {1, 2};            // finding: handler-state error "iterated_"
  std::vector<Cell> cells_{2};                    // finding: handler-state error "cells_"
  std::map<int, int> pairs_ = {{1, 1}};           // finding: handler-state error "pairs_"
  std::map<int, int> found_ = {{1, 1}};           // finding: handler-state error "found_"
  std::vector<int> sorted_ = {3, 1};              // finding: handler-state error "sorted_"
  std::array<int, 4> filled_{};                   // finding: handler-state error "filled_"
  std::vector<char> copied_;                      // finding: handler-state error "copied_"
  std::vector<int> erased_;                       // finding: handler-state error "erased_"
  int counted_[4] = {};                           // finding: handler-state error "counted_"
  std::unique_ptr<Cell> reset_;                   // finding: handler-state error "reset_"
  int first_ = 1;
  int second_ = 2;
  int *seated_ = &first_;                         // finding: handler-state error "seated_"
  std::string text_;                              // finding: handler-state error "text_"
  std::vector<int> popped_ = {1};                 // finding: handler-state error "popped_"
  std::vector<int> resized_;                      // finding: handler-state error "resized_"
  std::map<int, std::string> tried_;              // finding: handler-state error "tried_"
  std::map<int, std::string> inserted_;           // finding: handler-state error "inserted_"
  std::deque<int> cleared_ = {1, 2};              // finding: handler-state error "cleared_"
  int swapped_ = 0;                               // finding: handler-state error "swapped_"
  std::set<int> set_;                             // finding: handler-state error "set_"
  std::pair<int, int> bound_{1, 2};               // finding: handler-state error "bound_"

  int pointed_ = 0;                               // finding: handler-state error "pointed_"
  int lambda_ = 0;                                // finding: handler-state error "lambda_"
  int picked_a_ = 0;                              // finding: handler-state error "picked_a_"
  int picked_b_ = 0;                              // finding: handler-state error "picked_b_"
  int explicit_ = 0;                              // finding: handler-state error "explicit_"
  int starred_ = 0;                               // finding: handler-state error "starred_"
};

int main() {
  Forms forms;
  httplib::Server server;
  server.Post("/", [&forms](const httplib::Request &req, httplib::Response &res) { forms.handle(req, res); });
  server.Get("/", [&forms](const httplib::Request &, httplib::Response &res) {
    res.set_content(forms.report(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
