#include "registry.h"

static int calls = 0;

static std::string count(const std::string &) {
  return std::to_string(++calls);
}

static const bool registered = [] {
  Registry::instance().add("count", count);
  return true;
}();
