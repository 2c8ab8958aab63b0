#pragma once
#include <memory>
#include <string>
#include <utility>

namespace layout {
class Cell {
public:
  template <typename Part, typename... Args> Part *addNew(Args &&...args) {
    return new Part(std::forward<Args>(args)...);
  }
};
class Grid {
public:
  Cell *cell(int, int);
  Cell *put(const std::string &);
};
} // namespace layout
