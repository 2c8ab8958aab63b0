#include "registry.h"

Registry &Registry::instance() {
  static Registry registry;
  return registry;
}

std::string Registry::run(const std::string &name, const std::string &body) {
  auto found = handlers_.find(name);
  return found == handlers_.end() ? "unknown" : found->second(body);
}
