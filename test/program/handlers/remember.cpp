#include "registry.h"

#include <vector>

static int calls =
    0; // the same name as in count.cpp, another variable, never written

struct Remember {
  std::vector<std::string> seen;
  std::string operator()(const std::string &body) {
    seen.push_back(body);
    return std::to_string(seen.size() + calls);
  }
};

static Remember remember;

static const bool registered = [] {
  Registry::instance().add("remember", std::ref(remember));
  return true;
}();
