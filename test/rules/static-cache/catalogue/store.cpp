#include "store.h"
Store &Store::instance() {
  static Store store;
  return store;
}
void Store::put(const std::string &key, const std::string &value) { values_.insert_or_assign(key, value); }
std::string Store::get(const std::string &key) const {
  auto found = values_.find(key);
  return found == values_.end() ? "" : found->second;
}
std::string Store::option(const std::string &key) const {
  auto found = options_.find(key);
  return found == options_.end() ? "" : found->second;
}
