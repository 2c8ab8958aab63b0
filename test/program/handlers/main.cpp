// Handlers that register themselves in a map of callables.
#include "registry.h"

#include <iostream>

[[clang::annotate("factor6::entry_point")]] static std::string
serve(const std::string &name) {
  return Registry::instance().run(name, "body");
}

int main() {
  std::string name;
  while (std::cin >> name)
    std::cout << serve(name) << '\n';
}
